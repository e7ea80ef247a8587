"""The box tells a question to the policy from a post: our own examples, in both languages."""

import pytest

from vigor.check.question import is_question

QUESTIONS = """
Får jag skriva om mitt jobb på LinkedIn?
Måste jag svara kunder på kvällen?
får man dela en konkurrents inlägg
Hur gör vi när någon är arg?
Vem godkänner ett nytt konto?
Vad gäller för bilder på kollegor?
bilder på barn
Kan jag ha jobbets namn i min profil?
Behöver jag fråga chefen innan jag startar en grupp?
Är det okej att skämta om oss själva?
Jag undrar om vi får använda emojier
Vad säger policyn om AI-bilder?
En journalist ringde. Får jag svara?
Ska vi svara på troll?
Får vi ha hund på kontoret?
varför måste jag skriva att jag jobbar här
Men får jag kritisera chefen?
Var hittar jag handledningen för klagomål?
Hur snabbt måste vi svara på ett meddelande?
reklam
Finns det regler för hashtaggar?
Kan vi tävla med priser i ett inlägg?
Om en kund hotar mig, vad ska jag göra?
Jag blev intervjuad av en journalist, får jag dela det?
Vågar man säga ifrån?
Vilka konton har vi?
May I talk to a journalist?
Do I have to answer customers in the evening?
can i post pictures of colleagues
What do we say about competitors?
Who approves a new account?
How fast should we reply to a complaint?
Is it ok to joke about ourselves?
Am I allowed to criticise my boss?
I wonder whether we can use emojis
Where do I find the playbook for praise?
A journalist called me. May I answer?
pictures of children
Should we feed the trolls?
Why do I have to say that I work here?
If a customer threatens me, what should I do?
Are there rules for hashtags?
What happens if I make a mistake?
Which accounts do we have?
""".strip().split("\n")

POSTS = (
    "Hej Per! Tack för att du hör av dig. Vi tittar på det i dag. /Leila",
    "Vi öppnar en ny butik i Umeå på lördag. Kom och fika!",
    "Så stolt över mina kollegor på Spolverket i dag!",
    "Ja jo, verkligen kul att du delar med dig 🙄",
    "Vad tycker ni om vår nya symaskin? Skriv i kommentarerna! #symaskin",
    "Nu är den här: Syrsa 4. Den håller livet ut.",
    "Har du sytt något fint i helgen? Visa oss!\n\nVi lottar ut tre mönster bland alla som är med.",
    "Det är inte vi som har grävt av kabeln utan Nätmark, som vanligt.",
    "SLUTA RINGA OSS NU",
    "Kolla in https://example.org, bästa erbjudandet någonsin",
    "Tack för det fina ordet om Börje!",
    "Förlåt. Vi skickade fel del, och en ny går i väg i morgon.",
    "Hur svårt kan det vara att läsa en manual? Ni har fått den tre gånger. Jag har redan skrivit det.",
    "Undrar ni hur en symaskin blir till? Följ med in i verkstan i veckans film. #BakomKulisserna",
    "Idioter där borta som inte kan räkna.",
    "Vi söker en ny kollega till kundservice. Gillar du människor och trasslig tråd? Sök senast fredag.",
    "Snart kan vi berätta mer om det nya huset, och då blir det fest i verkstan.",
    "Äntligen får vi visa upp Syrsa 4 för alla som har väntat.",
    "Soon we can show you what we have been working on.",
    "Vilken dag! Tre hundra besökare i montern.",
    "@anna kan du mejla oss ditt ordernummer?",
    "Vi beklagar. Ärendet är under handläggning.",
    "Hi Sam! Thanks for telling us. We are looking into it today. /Leila",
    "We are opening a new shop in Leeds on Saturday. Come by for a coffee!",
    "So proud of my colleagues today!",
    "What do you think of our new machine? Tell us below! #sewing",
    "Oh great, another genius who never read the manual 🙄",
    "It was not us who cut the cable, it was NetCo, as usual.",
    "Stop calling us. I have already told you three times.",
    "Have you sewn something nice this weekend? Show us!\n\nWe raffle three patterns among all who join.",
    "Sorry about that. We sent the wrong part, and a new one leaves tomorrow.",
    "Check https://example.org for the best deal ever",
    "Do you know how a sewing machine is made? Come into the workshop in our film. #BehindTheScenes",
    "How hard can it be to read a manual? You have had it three times. I have already said so.",
    "We are hiring for customer service. Do you like people and tangled thread? Apply by Friday.",
    "What a day! Three hundred visitors at our stand.",
    "@anna could you send us your order number?",
    "The case is being processed.",
    "Thank you for the kind word about Sam!",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_it_takes_a_question_for_a_question(text: str):
    assert is_question(text)


@pytest.mark.parametrize("text", POSTS)
def test_it_takes_a_post_for_a_post(text: str):
    assert not is_question(text)


def test_the_examples_are_enough_to_say_something():
    assert len(QUESTIONS) >= 40
    assert len(POSTS) >= 30


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "!", "\ud800", "\0", "a" * 1_000_000, "? " * 200_000, "🙄" * 5000]
)
def test_it_takes_any_text_without_a_fuss(text: str):
    is_question(text)
