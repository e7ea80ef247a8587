"""A site of one's own, from the link on the screen to a policy in the press room."""

from playwright.sync_api import Page, expect

from vigor_portal.people.actions import first_administrator_link
from vigor_portal.people.models import Member


def test_the_first_link_makes_an_administrator_who_publishes_the_starter_in_one_press(live: str, page: Page):
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Snart")
    link = first_administrator_link()
    assert link is not None
    page.goto(link)
    page.get_by_label("E-post").fill("gun@nystart.example")
    page.get_by_label("Förnamn").fill("Gun")
    page.get_by_label("Efternamn").fill("Alm")
    page.get_by_label("Lösenord").first.fill("en lång rad ord till slut")
    page.get_by_label("Namn", exact=True).fill("Nystart")
    page.get_by_role("button", name="Kliv in").click()
    expect(page.get_by_role("heading", name="Välkommen, Gun. Vad gör vi nu?")).to_be_visible()

    page.get_by_role("button", name="Publicera startpolicyn").click()
    expect(page.get_by_role("status").filter(has_text="Publicerad")).to_be_visible()
    page.get_by_role("link", name="Pressrum").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("vänta dig av")
    expect(page.get_by_text("Nystart", exact=False).first).to_be_visible()

    # It works once, and nobody can become the first after the first.
    page.context.clear_cookies()
    answer = page.goto(link)
    assert answer is not None
    assert answer.status == 410
    assert Member.objects.count() == 1
    assert first_administrator_link() is None
