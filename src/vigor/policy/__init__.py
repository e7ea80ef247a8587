"""The policy as text: read it, write it, compare it, show it.

Each thing has its module, and is imported from there; nothing is passed on here, since `parse`, `render`, `diff` and
`public` are names of modules as much as of functions, and since who needs only the values (`document`) must not wait
for Markdown and YAML.

    document     the values: Policy, Section, Guideline, Case, Option, Text
    parse        parse(text) -> (policy, problems)
    problems     Problem, in Swedish and English
    render       render(policy) -> text
    keys         assign_keys, RESERVED_KEYS
    diff         diff(a, b) -> changes; words(old, new)
    public       public(policy): what the press room may show
    translation  compare_translation, align
    html         to_html, to_inline, to_plain
    as_json      to_json

Underneath: front (front matter), attributes (`{…}`), blocks (Markdown to lines), audience, faults.
"""
