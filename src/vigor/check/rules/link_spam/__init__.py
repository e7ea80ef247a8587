"""Links, tags and hashtags that are there to be seen, not because they say more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from vigor.check.advice import Finding, Span
from vigor.check.frames import Frame, Frames, has, is_negated, pattern
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.link_spam.examples import FLAGS, PASSES
from vigor.check.rules.link_spam.pushed import CONFIDENCE, GRIEF, HIJACKED, OFFER, OWN, PUSHED, links_of
from vigor.language.stopwords import ENGLISH, SWEDISH

_TRACKING = Late(
    r"[?&;](?:utm_\w{1,20}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid?|yclid|_hsenc|_hsmi|mkt_tok|oly_\w{1,10}|vero_id|trk|ref_src|si|share_id|spm)=[^&\s]{0,200}",
    re.IGNORECASE,
)
_MOST_TAGS = {"instagram": 12, "": 8}
_MOST_MENTIONS = 5
_LONG_SAME, _SAME = 5, 3
"""Words of a sentence from which its coming back is no chance, and its longer words, of which so many come back."""

_EXPOSURE = Frames(
    sv=(
        Frame("följ för följ, följ tillbaka, följ mig så följer jag, gilla för gilla, gilla och dela, gilla & dela, dela och vinn, tagga en vän, tagga en kompis, tagga tre vänner, tagga två vänner, tagga någon som, #f4f, #followme, #follow4follow, #like4like, #l4l, #likeforlike, #followforfollow, #följmig, #viral, #fyp, #foryou, #foryoupage, kolla min profil, kolla in min profil, in och kolla min, besök min sida, prenumerera på min kanal", confidence=0.8),
        Frame("klicka här nu, klicka här, klicka nu, klicka på länken", after=r"[^\n]{0,30}(?:!!|https?://|bit\.ly|innan det är för sent|så vinner)", confidence=0.7),
    ),
    en=(
        Frame("follow for follow, follow back, follow me and i, like for like, like and share, share and win, tag a friend, tag three friends, tag two friends, tag someone who, tag someone, #f4f, #followme, #follow4follow, #like4like, #l4l, #likeforlike, #followforfollow, #viral, #fyp, #foryou, #foryoupage, check my profile, check out my profile, check out my channel, check out my page, visit my page, visit my profile, subscribe to my channel, sub to my channel, sub4sub, smash that like", confidence=0.8),
        Frame("click here now, click here, click now, click the link", after=r"[^\n]{0,30}(?:!!|https?://|bit\.ly|before it['’]s too late|to win|and win)", confidence=0.7),
    ),
)  # fmt: skip
_LOOK = {
    "sv": r"\b(?:kolla(?: in| på)?|läs (?:mer|mitt|vår[at]?|min)|se (?:vår|min|hela)|besök|missa inte|passa på|prenumerera|följ|hos oss hittar|på vår (?:sida|sajt|hemsida|blogg)|vi har också)\b",
    "en": r"\b(?:check (?:out|this)|read (?:more|my|our)|see (?:our|my)|visit|don['’]t miss|subscribe|follow|on our (?:site|page|blog)|we also have|have a look)\b",
}
_HELPS = {
    "sv": r"\b(?:svar\w*|hjälp\w*|fråg\w*|beklag\w*|förlåt|ursäkta|tack för|formulär\w*|mejla|ring|spåra|återställ\w*|instruktion\w*|guide\w*|steg|här hittar du|här kan du|via länken|ansök\w*|anmäl\w*|boka)\b",
    "en": r"\b(?:answers?|help\w*|questions?|sorry|thanks for|thank you|form|mail|call|track|reset|instructions?|guide|steps?|here you|you can|you['’]ll find|apply|register|book)\b",
}


def _find(post: Post) -> Iterator[Finding]:
    links = links_of(post)
    if links:
        yield from _links(post, links)
        yield from _pushed(post, links)
    if post.context.reply_to:
        yield from _out_of_place(post, links)
    if len(post.tags) > _MOST_TAGS.get(post.context.platform, _MOST_TAGS[""]):
        yield Finding(Span(post.tags[0].start, post.tags[-1].end), 0.85, "tags")
    tagged = _tagged(post)
    if len(tagged) > _MOST_MENTIONS and len(post.tokens) < 12 * len(tagged):
        yield Finding(Span(tagged[0].start, tagged[-1].end), 0.75, "mentions", {"count": str(len(tagged))})
    for hit in _EXPOSURE.find(post):
        if not is_negated(post, hit.word.start) and not post.is_quoted(hit.word):
            yield Finding(hit.span, hit.frame.confidence, "exposure")
    yield from _baited(post)
    yield from _same_again(post)


def _tagged(post: Post) -> list[Span]:
    """The accounts that the writer chose to tag: those that an answer begins with came along by themselves."""
    if not post.context.reply_to and (post.context.layer or post.text[:1] != "@"):
        return list(post.mentions)
    end = 0
    for span in post.mentions:
        if post.text[end : span.start].strip():
            break
        end = span.end
    return [span for span in post.mentions if span.start >= end]


def _links(post: Post, links: tuple[Span, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for span in links:
        link = post.of(span)
        plain = _bare(link)
        if plain in seen:
            yield Finding(span, 0.85, "again")
        elif tracked := _TRACKING.search(link):
            mark = tracked.group().partition("=")[0] + "="
            yield Finding(span, 0.85, "tracking", {"mark": mark, "instead": _untracked(link)})
        seen.add(plain)


def _out_of_place(post: Post, links: tuple[Span, ...]) -> Iterator[Finding]:
    """Something of one's own under somebody else's matter: a grief, or a talk that isn't about it."""
    asked = post.context.reply_to.lower()
    offer = pattern(OFFER[post.language]).search(post.lower)
    place = links[0] if links else Span(*offer.span()) if offer else None
    if place is None:
        return
    if pattern(GRIEF[post.language]).search(asked):
        yield Finding(place, 0.74, "bare")
    elif offer and links and "?" not in asked and not _shares_words(post, asked) and not post.hits.of("next"):
        yield Finding(place, 0.68, "bare")
    elif len(links) > 1 and has(post, OWN[post.language]) and not _shares_words(post, asked):
        yield Finding(links[-1], 0.7, "bare")


def _shares_words(post: Post, asked: str) -> bool:
    said = {token.word for token in post.tokens} - SWEDISH - ENGLISH
    return any(word in said for word in re.findall(r"[^\W\d_]{4,}", asked))


def _baited(post: Post) -> Iterator[Finding]:
    """Asks for likes, tags or comments; the same comment carried from place to place; others' hashtags in front."""
    for one in PUSHED.find(post):
        if not is_negated(post, one.span.start):
            yield Finding(one.span, CONFIDENCE[one.kind], "exposure")
            return
    if post.context.layer and len(post.tags) > 1 and (found := pattern(HIJACKED).search(post.lower)):
        said = {token.word for token in post.tokens if token.start > post.tags[-1].end}
        named = {word for tag in post.tags for word in re.findall(r"[a-zåäö]{4,}", post.of(tag).lower())}
        if not any(word in name or name in word for word in said if len(word) > 4 for name in named):
            yield Finding(Span(*found.span()), 0.66, "exposure")


def _bare(link: str) -> str:
    bare = re.sub(r"^https?://(?:www\.)?|^www\.", "", link.lower())
    return bare.partition("?")[0].rstrip("/.,!)#")


def _untracked(link: str) -> str:
    """The link without what only tracks: "…?a=1&utm_source=x#top" is "…?a=1#top"."""
    address, hash_mark, place = link.partition("#")
    bare = _TRACKING.sub(lambda found: "?" if found.group()[0] == "?" else "", address)
    return bare.replace("?&", "?").rstrip("?") + hash_mark + place


def _pushed(post: Post, links: tuple[Span, ...]) -> Iterator[Finding]:
    """A link as the answer to somebody, with no word of their matter."""
    asked = post.context.reply_to
    if not asked:
        return
    linked = sum(span.end - span.start for span in links)
    own = [token for token in post.tokens if not any(span.start <= token.start < span.end for span in links)]
    if len(own) <= 3 and linked:
        yield Finding(links[0], 0.8, "bare")
    elif has(post, _LOOK[post.language]) and not has(post, _HELPS[post.language]):
        said = {token.word for token in own} - SWEDISH - ENGLISH
        if not any(word.lower() in said for word in re.findall(r"[^\W\d_]{4,}", asked)):
            yield Finding(links[0], 0.7, "bare")


def _same_again(post: Post) -> Iterator[Finding]:
    """The same argument again: a sentence that comes back, or one whose words nearly all do."""
    if len(post.tokens) < 2 * _LONG_SAME:
        return
    words = [word for word, _start, _end in post.tokens if len(word) > 3]
    if len(words) - len(set(words)) < _SAME or len(post.sentences) < 2:
        return
    lines = [(span, [token.word for token in post.tokens_in(span)]) for span in post.sentences[:60]]
    long = [(span, words) for span, words in lines if len(words) >= _LONG_SAME]
    counted = Counter(tuple(words) for _span, words in long)
    if counted and max(counted.values()) > 1:
        span = next(span for span, words in reversed(long) if counted[tuple(words)] > 1)
        yield Finding(span, 0.8, "argument")
        return
    for (_before, one), (span, other) in pairwise(long):
        content = set(other) - SWEDISH - ENGLISH
        if len(content) > 3 and len(content & set(one)) >= 0.9 * len(content):
            yield Finding(span, 0.65, "argument")
            return


_WHY = Both("Den som är med i ett samtal för att synas blir bortvald.", "Whoever joins a conversation to be seen is tuned out.")  # fmt: skip


def _told(sv_see: str, en_see: str, sv_way: str, en_way: str, maybe: Both | None = None) -> Told:
    return Told(Both(sv_see, en_see), _WHY, Both(sv_way, en_way), maybe)


LINK_SPAM = Check(
    "link-spam",
    Both("för synligheten", "for exposure"),
    {
        "": _told("Det här ser ut att vara till för att synas.", "This seems to be there to be seen.", "Vad får den som läser? Skriv det i stället.", "What does the reader get? Write that instead.", Both("Det här kan läsas som något som är till för att synas.", "This can be read as being there to be seen.")),
        "again": _told("Samma länk en gång till.", "The same link once more.", "En gång räcker. Stryk den andra.", "Once is enough. Strike the second."),
        "tracking": Told(Both("Länken bär med sig spårning.", "The link carries tracking."), Both("Den talar om för andra vem som klickade varifrån.", "It tells others who clicked, and where."), Both("Stryk allt från ”{mark}” i länken. Den fungerar ändå.", "Strike all from “{mark}” in the link. It works all the same.")),
        "tags": _told("Många hashtaggar på en gång: {count} stycken.", "Many hashtags at once: {count} of them.", "Behåll de två eller tre som någon faktiskt följer.", "Keep the two or three that somebody really follows."),
        "mentions": _told("Många blir taggade på en gång: {count} stycken.", "Many are tagged at once: {count} of them.", "Tagga den som har med saken att göra.", "Tag those whom it concerns."),
        "exposure": _told("”{quote}” ber om spridning, inte om ett svar.", "“{quote}” asks for reach, not for an answer.", "Säg något som är värt att dela, så delar någon.", "Say something worth sharing, and somebody will."),
        "bare": _told("En länk är hela svaret.", "A link is the whole answer.", "Svara i texten först, och låt länken säga mer.", "Answer in the text first, and let the link say more."),
        "argument": _told("Samma sak sägs en gång till.", "The same thing is said once more.", "En gång räcker. Vad har inte sagts än?", "Once is enough. What hasn’t been said?"),
    },
    "An answer in the text helps at once. Links and tags for reach cost the others their time.",
    "The platforms’ own rules on spam; IETF RFC 1855 (netiquette), 3.1.1",
    lambda post: (_filled(each, post) for each in _find(post)),
    weight=0.9,
    exact=frozenset(("again", "mentions", "tags", "tracking")),
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip


def _filled(each: Finding, post: Post) -> Finding:
    words = post.of(each.span)
    values = {
        "quote": words,
        "count": str(len(post.tags)),
        **each.values,
    }
    return Finding(each.span, each.confidence, each.variant, values)
