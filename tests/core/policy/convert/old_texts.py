"""Small old policies, one for each oddity that is out there, and what a reader would find in them.

Each text is named `name.suffix`; the sentences below it are those that a reader sees, and none may be lost.
"""

from __future__ import annotations

OLD: dict[str, tuple[str, tuple[str, ...]]] = {
    "bold-lines.md": (
        "Our rules\n\n**Tone**\n\nWe write as we speak.\n\n- Be brief.\n- Never shout.\n\n**Pictures**\n\nAsk before you post a picture.\n",
        (
            "Our rules",
            "Tone",
            "We write as we speak.",
            "Be brief.",
            "Never shout.",
            "Pictures",
            "Ask before you post a picture.",
        ),
    ),
    "numbered-headings.md": (
        "# Riktlinjer\n\n## 1 Syfte\n\nDet här gäller alla.\n\n## 1.1 Ton\n\n- Skriv enkelt.\n\n## 2 Bilder\n\n- Fråga först.\n",
        (
            "Riktlinjer",
            "1 Syfte",
            "Det här gäller alla.",
            "1.1 Ton",
            "Skriv enkelt.",
            "2 Bilder",
            "Fråga först.",
        ),
    ),
    "skipped-levels.md": (
        "# Policy\n\n### Tone\n\n- Be kind.\n\n##### Deeper\n\nMore on that.\n\n### Time\n\n- Answer within a day.\n",
        ("Tone", "Be kind.", "Deeper", "More on that.", "Time", "Answer within a day."),
    ),
    "empty-headings.md": (
        "# Policy\n\n##\n\n## Tone\n\n- Be kind.\n\n###\n\nThe end.\n",
        ("Policy", "Tone", "Be kind.", "The end."),
    ),
    "late-front-matter.md": (
        "# POL-7\n---\ntitle: Social media\nversion: 2\nsummary: How we behave where everyone can see it.\n---\n\n# Social media\n\n## Tone\n\n- Be kind.\n",
        ("POL-7", "Social media", "How we behave where everyone can see it.", "Tone", "Be kind."),
    ),
    "broken-front-matter.md": (
        "---\ntitle: Social: media\n  bad: [\n---\n\n## Tone\n\n- Be kind to all: always.\n",
        ("Tone", "Be kind to all: always."),
    ),
    "toml-front-matter.md": (
        '+++\ntitle = "Social media"\ndraft = true\n+++\n\n## Tone\n\n- Be kind.\n',
        ("Social media", "Tone", "Be kind."),
    ),
    "hugo.md": (
        '# Policy\n\n{{< note variant="alert" >}}\nRead **this** first.\n{{< /note >}}\n\n## Links\n\nSee [our list]({{< ref "list.md" >}}) and '
        '[the chart]({{< link "https://example.org/a.pdf " see it"" >}}).\n\n{{< figure src="a.png" alt="A person at a desk" >}}\n',
        ("Read this first.", "Links", "See our list and the chart.", "A person at a desk"),
    ),
    "liquid.md": (
        "# Policy\n\n{% include nav.html %}\n\n## Tone\n\n{% if site.public %}\nWe at {{ site.name }} are kind.\n{% endif %}\n\n- Be kind.\n",
        ("Tone", "are kind.", "Be kind."),
    ),
    "html-in-markdown.md": (
        '# Policy\n\n<h2 id="tone">\n  Tone &#8211; ours\n</h2>\n\n<ul>\n  <li>Be <b>kind</b>.</li>\n  <li>Be brief.\n</ul>\n\nAsk <comms@example.org> or <your manager>.\n\n<img src="x.png" alt="Three people">\n',
        ("Tone – ours", "Be kind.", "Be brief.", "Ask comms@example.org or <your manager>.", "Three people"),
    ),
    "unfinished.md": (
        "# Policy\n\n## Tone\n\nTODO: ask the union.\n\n- Be kind.\n\n<!-- FIXME: say more -->\n\n## Time\n\n[insert company name] answers within a day.\n",
        ("TODO: ask the union.", "Be kind.", "[insert company name] answers within a day."),
    ),
    "braces.md": (
        "# Policy {#top .big}\n\n## Tone {#tone audience=internal}\n\n- Write {#campaign} in the end {#campaign}\n- Use {name}\n- Say {audience=internal} never\n\n{: .note}\nNote this.\n",
        ("Policy", "Tone", "Write {#campaign} in the end {#campaign}", "Use {name}", "Note this."),
    ),
    "questions.md": (
        "# Policy\n\n## Questions\n\n**Q: May I post in my free time?**\n\nA: Yes. It is yours.\n\n**Q: May I name my employer?**\n\nA: You may.\n",
        (
            "Q: May I post in my free time?",
            "A: Yes.",
            "It is yours.",
            "Q: May I name my employer?",
            "A: You may.",
        ),
    ),
    "do-and-dont.md": (
        "# Policy\n\n## Behaviour\n\n### Do\n\n- Post with care\n- Say who you are\n\n### Don't\n\n- Post when angry\n- Name customers\n",
        ("Behaviour", "Post with care", "Say who you are", "Post when angry", "Name customers"),
    ),
    "table.md": (
        "# Policy\n\n## Channels\n\n| Channel | Who answers |\n| --- | --- |\n| Facebook | The press office \\| desk |\n| X | Nobody at all. |\n",
        ("Channels", "Channel", "Who answers", "Facebook", "The press office | desk", "Nobody at all."),
    ),
    "procedure.md": (
        "# Policy\n\n## When somebody complains\n\n1. Thank them.\n2. Find out more.\n3. Answer within a day.\n\n## Tone\n\n- Be kind.\n",
        ("When somebody complains", "Thank them.", "Find out more.", "Answer within a day.", "Be kind."),
    ),
    "footnotes.md": (
        "# Policy\n\n## Law\n\nWe follow the law[^1] and [the union][u].\n\n- Be kind.\n\n[^1]: The act on secrecy, 2009:400.\n[u]: https://example.org/union\n",
        ("We follow the law", "and the union.", "The act on secrecy, 2009:400."),
    ),
    "code.md": (
        "# Policy\n\n## Examples\n\n```\n# No heading\n- no bullet {#no}\n```\n\nWrite `{#tag}` last.\n",
        ("# No heading", "- no bullet {#no}", "Write {#tag} last."),
    ),
    "modals.md": (
        "# Policy\n\n## Tone\n\nWe believe in people. Employees must say who they are. That builds trust. Never share customer data.\n",
        (
            "We believe in people.",
            "Employees must say who they are.",
            "That builds trust.",
            "Never share customer data.",
        ),
    ),
    "printer-bullets.md": (
        "# Policy\n\n## Tone\n\n• Be kind.\n• Be brief.\n",
        ("Be kind.", "Be brief."),
    ),
    "no-headings.md": (
        "We like people who talk.\n\n- Be kind.\n- Answer within a day.\n",
        ("We like people who talk.", "Be kind.", "Answer within a day."),
    ),
    "umbrella.md": (
        "# Policy\n\n## Purpose\n\nTo be heard.\n\n## Guidelines\n\n### Tone\n\n- Be kind.\n\n### Time\n\n- Answer within a day.\n\n### Pictures\n\n- Ask first.\n",
        ("Guidelines", "Tone", "Be kind.", "Time", "Answer within a day.", "Pictures", "Ask first."),
    ),
    "plain.txt": (
        "POLICY FOR SOCIAL MEDIA\n\nThis goes for all of us, at work and\nwhen we speak for the company.\n\n1. Tone\n\nWe write * as we speak.\n\n"
        "2. Time\n\n- Answer within\n  a day.\n- Say who you are.\n    o Your name.\n\nPICTURES\n\nAsk first.\n",
        (
            "POLICY FOR SOCIAL MEDIA",
            "This goes for all of us, at work and when we speak for the company.",
            "1. Tone",
            "We write * as we speak.",
            "Answer within a day.",
            "Say who you are.",
            "Your name.",
            "PICTURES",
            "Ask first.",
        ),
    ),
    "page.html": (
        "<!DOCTYPE html><html lang='en'><head><title>Policy | Acme</title><style>p { color: red }</style></head><body><nav>Home</nav>"
        "<h1>Policy</h1><p class=subtitle>For all of us</p><h2>Tone</h2><p>We&nbsp;write &amp; listen. See <a href='https://example.org'>the law</a>.</p>"
        "<ul><li>Be kind.<ul><li>To all.</li></ul></li><li><p>Be brief.</p></li></ul><h3></h3><table><tr><th>Do</th><th>Who</th></tr>"
        "<tr><td>Ask</td><td>Eva</td></tr></table><script>alert(1)</script><p># no heading {#no}</p></body></html>",
        (
            "Policy",
            "For all of us",
            "Tone",
            "We write & listen.",
            "See the law.",
            "Be kind.",
            "To all.",
            "Be brief.",
            "Ask",
            "Eva",
            "no heading {#no}",
        ),
    ),
    "guide.rst": (
        ".. _top:\n\n======\nPolicy\n======\n\nFor all of us, says :ref:`the law <law>`.\n\nTone\n----\n\n* Be *kind*\n  to all.\n\n  * Also here.\n\n* See `our list <https://example.org>`_.\n\n"
        ".. note:: Read this.\n\n.. image:: x.png\n   :alt: Three people\n\nTime\n----\n\n#. Answer ``now``.\n#. Answer again.\n\n==== =====\nA    B\n==== =====\none  two\n==== =====\n",
        (
            "Policy",
            "For all of us, says the law.",
            "Tone",
            "Be kind to all.",
            "Also here.",
            "See our list.",
            "Read this.",
            "Three people",
            "Answer now.",
            "Answer again.",
            "one",
            "two",
        ),
    ),
    "policy.tex": (
        "\\documentclass{article}\n\\usepackage{x}\n\\newcommand{\\us}{The Bakery}\n\\begin{document}\n\\title{Social media}\n\\approved{2014--12--11}\n\\maketitle\n"
        "\\section{Tone} % ours\n\\us{} is \\textbf{kind}, 100\\% of the time.\\\\\n \\\\\nWe say ``hello''.\n\\subsection*{Time}\n\\begin{itemize}\n\\item Answer within a day.\\footnote{Or two.}\n"
        "\\item[Now] Say so.\n\\end{itemize}\n\\end{document}\nNot this.\n",
        (
            "Social media",
            "Tone",
            "The Bakery is kind, 100% of the time.",
            "We say “hello”.",
            "Time",
            "Answer within a day.",
            "Say so.",
            "Or two.",
        ),
    ),
}
