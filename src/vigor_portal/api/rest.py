"""The same checks for programs of one's own: JSON in and out, as `vigor check --jsonl` has it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBearer

from vigor_portal.api.limits import PER_MINUTE, too_often
from vigor_portal.api.lt_views import point_address
from vigor_portal.api.models import Token
from vigor_portal.api.queries import token_for
from vigor_portal.checking.queries import known_of_us
from vigor_portal.checking.reading import check_post

MOST_POSTS = 50
LONGEST_SENT = 100_000


class Post(Schema):
    """A post, and what is known around it. Of a longer text the first 20,000 characters are read."""

    id: str | int | None = Field(None, description="Comes back as it was sent.")
    text: str = Field(max_length=LONGEST_SENT)
    lang: Literal["sv", "en", ""] = Field("", description="Found out where it is left out.")
    layer: Literal["employee", "logo", "spokesperson", ""] = ""
    account_sender: str = Field(
        "", max_length=500, description="The sender line that the account's card asks for."
    )
    signature: str = Field("", max_length=200)
    platform: str = Field("", max_length=40, description="x, bluesky, mastodon, linkedin, …")
    reply_to: str = Field("", max_length=LONGEST_SENT, description="The post that is answered.")
    image_without_description: bool = False


class AdviceOut(Schema):
    """A piece of advice. `start` and `end` count code points; both 0 where it is about the whole."""

    check: str
    guideline: str
    url: str
    words: str
    case: str
    case_url: str
    start: int
    end: int
    message: str
    suggestion: str
    instead: str
    confidence: float
    hint: bool


class GoodOut(Schema):
    kind: str
    start: int
    end: int
    message: str


class CheckedOut(Schema):
    """What there is to say of a post, the weightiest first. `protection` names the law where speech is protected."""

    id: str | int | None
    language: str
    advice: list[AdviceOut]
    good: list[GoodOut]
    protection: str


class Trouble(Schema):
    detail: str


class Key(HttpBearer):
    """`Authorization: Bearer <key>`, made on a member's own page."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        return token_for(token)


api = NinjaAPI(
    title="Vigör",
    version="1",
    description="Check a post against the policy. Nothing of what is sent is stored or logged.",
    urls_namespace="api-v1",
    # The page that shows the description would fetch scripts from elsewhere; the description itself is enough.
    docs_url=None,
    openapi_url="/openapi.json",
)


@api.post(
    "/check",
    auth=Key(),
    url_name="check",
    response={200: CheckedOut | list[CheckedOut], 401: Trouble, 409: Trouble, 429: Trouble},
    summary="Check a post, or a list of them",
)
def check(
    request: HttpRequest, posts: Annotated[Post | list[Post], Body(description="One post, or at most 50.")]
) -> Any:
    token: Token = request.auth  # type: ignore[attr-defined]
    several = posts if isinstance(posts, list) else [posts]
    if len(several) > MOST_POSTS:
        raise HttpError(422, f"At most {MOST_POSTS} posts at a time.")
    if too_often(token, len(several)):
        raise HttpError(429, f"At most {PER_MINUTE} posts a minute.")
    checked = [_checked(post, token) for post in several]
    return checked if isinstance(posts, list) else checked[0]


def _checked(post: Post, token: Token) -> dict[str, Any]:
    context = known_of_us(
        layer=post.layer or token.layer,
        account_sender=post.account_sender,
        signature=post.signature,
        platform=post.platform,
        reply_to=post.reply_to,
        image_without_description=post.image_without_description,
    )
    found = check_post(post.text, context, token.member.language, post.lang)
    if found is None:
        raise HttpError(409, "No policy is published here yet.")
    return {
        "id": post.id,
        "language": found.language,
        "advice": [
            {name: getattr(each, name) for name in _PLAIN}
            | {"start": each.span.start, "end": each.span.end, "url": point_address(each.guideline)}
            | {"case_url": point_address(each.case) if each.case else ""}
            for each in found.advice
        ],
        "good": [
            {"kind": each.kind, "start": each.span.start, "end": each.span.end, "message": each.message}
            for each in found.good
        ],
        "protection": found.protection,
    }


_PLAIN = ("check", "guideline", "words", "case", "message", "suggestion", "instead", "confidence", "hint")


@api.exception_handler(ValidationError)
def explain(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What is wrong, and where; without what was sent."""
    faults = [
        {"where": ".".join(str(step) for step in fault.get("loc", ())), "problem": str(fault.get("type", ""))}
        for fault in error.errors
    ]
    return api.create_response(request, {"detail": faults}, status=422)
