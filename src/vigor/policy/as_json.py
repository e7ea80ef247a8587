"""A policy as plain data, for exports and the API. Fields are added over time, never renamed."""

from __future__ import annotations

from typing import Any

from vigor.policy.document import Case, Guideline, Option, Policy, Section, Text


def to_json(policy: Policy) -> dict[str, Any]:
    """`{"policy", "title", "called", "language", "fields", "opening", "sections"}`, ready for `json.dumps`.

    A section: `{"key", "kind", "title", "audience", "playbook", "attributes", "parts"}`. A part is told by its "kind":
    "text" `{"markdown"}`, "guideline" `{"key", "markdown", "force", "audience", "checks", "layers", "departments",
    "trial_until", "attributes"}`, "case" `{"key", "title", "audience", "shows", "layers", "departments", "attributes",
    "parts"}` with parts of kind "text" and "option" `{"act", "outcome", "ours"}`. Texts are Markdown; dates are
    ISO 8601 or null; attributes are an object of strings, as written.
    """
    return {
        "policy": policy.slug,
        "title": policy.title,
        "called": policy.called,
        "language": policy.language,
        "fields": dict(policy.fields),
        "opening": policy.opening,
        "sections": [_section(section) for section in policy.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "kind": section.kind.value,
        "title": section.title,
        "audience": section.audience.value,
        "playbook": section.playbook,
        "attributes": dict(section.attributes.pairs),
        "parts": [_part(part) for part in section.parts],
    }


def _part(part: Text | Guideline | Case | Option) -> dict[str, Any]:
    match part:
        case Text():
            return {"kind": "text", "markdown": part.source}
        case Option():
            return {"kind": "option", "act": part.act, "outcome": part.outcome, "ours": part.ours}
        case Guideline():
            return _guideline(part)
        case Case():
            return _case(part)


def _guideline(guideline: Guideline) -> dict[str, Any]:
    return {
        "kind": "guideline",
        "key": guideline.key,
        "markdown": guideline.source,
        "force": guideline.force.value,
        "audience": guideline.audience.value,
        "checks": list(guideline.checks),
        "layers": list(guideline.layers),
        "departments": list(guideline.departments),
        "trial_until": guideline.trial_until.isoformat() if guideline.trial_until else None,
        "attributes": dict(guideline.attributes.pairs),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "kind": "case",
        "key": case.key,
        "title": case.title,
        "audience": case.audience.value,
        "shows": list(case.shows),
        "layers": list(case.layers),
        "departments": list(case.departments),
        "attributes": dict(case.attributes.pairs),
        "parts": [_part(part) for part in case.parts],
    }
