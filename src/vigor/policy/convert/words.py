"""The words by which a reader tells what is what: rules from lists of things, examples, law, procedures.

Written by hand, Swedish and English side by side. They are only ever matched against foreign texts; in a policy of
ours level and attributes decide, never words.
"""

from __future__ import annotations

import re

I = re.IGNORECASE  # noqa: E741 - short as in `re.I`


def _any(*words: str, flags: int = I) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", flags)


# What binds or advises: a sentence with one of these says what to do.
MODAL = _any(
    # English
    "must",
    "shall",
    "should",
    "ought to",
    "need(?:s)? to",
    "(?:has|have) to",
    "may not",
    "can(?:not|'t|’t)",
    "do(?:es)? not",
    "don['’]t",
    "never",
    "always",
    "(?:is|are|be) (?:not )?(?:required|permitted|allowed|prohibited|forbidden|expected|encouraged|responsible|obliged|asked)",
    "(?:is|are) free to",
    "required to",
    "no one may",
    "may only",
    "may",
    "please",
    "avoid",
    "refrain",
    # Swedish
    "ska",
    "skall",
    "bör",
    "måste",
    "får",
    "behöver",
    "undvik(?:er)?",
    "aldrig",
    "alltid",
    "(?:är|blir) (?:inte )?(?:tillåte[tn]|tillåtna|förbjud[ent]+|skyldiga?|ansvarig[at]?|välkomn[ae]|fria? att)",
    "ansvarar för",
    "tillåts",
    "uppmanas",
    "förväntas",
    "krävs",
    "åligger",
    "gäller att",
)
# What only tells: "may" of possibility is the commonest trap.
DEONTIC = _any(
    "must",
    "shall",
    "should",
    "ought to",
    "need to",
    "(?:has|have) to",
    "may not",
    "may only",
    "cannot",
    "do not",
    "don['’]t",
    "never",
    "always",
    "(?:is|are) (?:not )?(?:required|permitted|allowed|prohibited|forbidden|expected|obliged|responsible for)",
    "(?:is|are) free to",
    "ska",
    "skall",
    "bör",
    "måste",
    "får(?= (?:inte|ej|endast|bara|aldrig|som|gärna|du|vi|man|ni|den|de|använda|sitta|publicera))",
    "aldrig",
    "alltid",
    "undvik",
    "(?:är|blir) (?:inte )?(?:tillåte[tn]|tillåtna|förbjud[ent]+|skyldiga?|ansvarig[at]?(?: för)|fria? att)",
    "tillåts",
    "åligger",
    "ansvarar för",
    "(?:ingen|inget|inga)(?: \\w+){0,3} (?:får|ska|bör)",
    "(?:no one|nobody)(?: \\w+){0,3} (?:may|should|must)",
)
WE = re.compile(r"(?:\W*)(?:we|vi)\b", I)
YOU = _any(
    "you",
    "your",
    "du",
    "din",
    "ditt",
    "dina",
    "ni",
    "er",
    "team members?",
    "employees?",
    "medarbetare",
    "anställda",
)

# Headings.
INTRODUCTION = re.compile(
    r"(?:\W|\d)*(?:introduction|introduktion|inledning|purpose|syfte|background|bakgrund|preamble|overview|översikt|about|om"
    r"|scope|omfattning|aim|objective|mål|sammanfattning|summary|foreword|förord|why|varför|vision|definitions?|definitioner"
    r"|general|ändamål|allmänt|in short|in brief|i korthet|kort sagt)\b"
    r"(?: (?:(?:and|och|of|for|av|för|med|this|den|här|the|policy\w*|document|dokumentet|riktlinjer\w*|guidelines?|scope|syfte"
    r"|purpose|omfattning|bakgrund|background|mål|aim|summary|a|social|media|sociala|medier|&|/|–|-)\s*)*)?\W*"
    r"|(?:\W|\d)*(?:why|varför) (?:(?:do|are) )?(?:we|vi|finns|är|gör|har|behöver|behövs)\b[^.]{0,40}",
    I,
)
CONTENTS = re.compile(
    r"(?:\W|\d)*(?:(?:table of )?contents|on this page|in this (?:page|document|policy)|innehåll(?:sförteckning)?|på den här sidan)\W*",
    I,
)
GENERIC = re.compile(
    r"(?:\W|\d)*(?:the |our |våra |general |allmänna |policy |social media )*(?:policy|policies|guidelines?|principles?|rules?"
    r"|riktlinjer(?:na)?|principer(?:na)?|grundprinciper|regler(?:na)?|policyn|recommendations?|rekommendationer)\W*",
    I,
)
CASE = re.compile(
    r"(?:\W|\d)*(?:(?:practical |worked |praktiskt )?(?:example|exempel|case|fall|scenario|situation|övning|exercise)"
    r"(?:\s*(?:[#:.–—-]|\d|[A-Z]\b)|\s*$)|(?:examples?|exempel) (?:från|ur|from)\b|what if\b|what (?:do|should|would) (?:i|we|you)\b|vad (?:gör|händer|ska|bör)\b.*om\b)",
    I,
)
# An example told in a paragraph, after the word for it.
TOLD = re.compile(
    r"(?:Example|Exempel|Scenario|Case|Fall|Situation|Fallet|Övning)(?:\s+(?:\d{1,2}|[A-Z]))?\s*(?:[:.–—]|\s-)\s*(?=\S)"
)
# A question that a person asks of what they themselves may do.
ASKED = re.compile(
    r"(?:(?:may|can|could|should|must|do|am|is it|what if|what about|får|kan|ska|måste|bör|behöver|är det|tänk om)\b[^?]{3,120}"
    r"|[^?]{0,80}\b(?:I|me|my|jag|mig|min|mitt|mina)\b[^?]{0,80})\?",
    I,
)
QUESTION = re.compile(r"(?:\*\*|__)?\s*(?:Q|F|Question|Fråga)\s*\d{0,3}\s*[:.)](?:\*\*|__)?(?=\s|\*)", 0)
ANSWER = re.compile(r"(?:\*\*|__)?\s*(?:A|S|Answer|Svar)\s*\d{0,3}\s*[:.)](?:\*\*|__)?(?=\s|\*)", 0)
DO = re.compile(
    r"(?:\W|\d)*(?:(?:please |you should |always )?do(?:['’]?s)?|(?:you )?should|you (?:can|may)|allowed|gör(?: så ?här)?|gör gärna|du (?:kan|får)|tillåtet|bra|ja|yes|good|tänk på|rätt)\W*$",
    I,
)
DONT = re.compile(
    r"(?:\W|\d)*(?:(?:please )?(?:do not|don['’]?t['’]?s?|don['’]?ts|avoid|never)|(?:you )?should(?: not|n['’]t)|you can(?:no|['’])t|not allowed|du (?:kan|får) inte|inte tillåtet|låt bli|gör (?:inte|aldrig|ej)(?: så ?här)?|undvik|inte|nej|no|bad|dåligt|fel)\W*$",
    I,
)
FRAME = _any(
    "laws?",
    "legal",
    "legislation",
    "regulations?",
    "compliance",
    "confidential(?:ity)?",
    "copyrights?",
    "intellectual property",
    "privacy",
    "gdpr",
    "data protection",
    "(?:personal|health|patient|customer|user) (?:data|information|records)",
    "hälsodata",
    "lag(?:ar|en|arna|stiftning|stiftningen|krav|rum)?",
    "juridik(?:en)?",
    "juridiska",
    "sekretess\\w*",
    "tystnadsplikt\\w*",
    "personuppgift\\w*",
    "dataskydd\\w*",
    "upphovsrätt\\w*",
    "offentlighetsprincip\\w*",
    "arkiv\\w*",
    "diarieför\\w*",
    "approvals?",
    "godkännanden?",
    "records (?:management|retention)",
)
PLAYBOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "complaint",
        _any(
            "complain\\w*",
            "negative",
            "angry",
            "critici\\w+",
            "troll\\w*",
            "klag\\w*",
            "kritik\\w*",
            "arga?",
            "näthat\\w*",
            "hat\\w*",
            "negativa",
        ),
    ),
    (
        "mistake",
        _any(
            "mistakes?",
            "errors?",
            "misstag\\w*",
            "när (?:det|vi|något) (?:blir|gör|går) fel",
            "correcting",
            "kris\\w*",
            "crisis",
        ),
    ),
    ("praise", _any("praise\\w*", "compliments?", "thank(?:s|ing)", "beröm\\w*", "tack", "uppskattning")),
    ("feedback", _any("feedback", "suggestions?", "synpunkt\\w*", "återkoppling\\w*", "förslag från")),
    (
        "support",
        _any(
            "support\\w*",
            "customer service",
            "kundtjänst\\w*",
            "kundservice",
            "enquir\\w+",
            "inquir\\w+",
            "questions from",
            "frågor från",
        ),
    ),
)
STEPS = _any(
    "steps?",
    "procedures?",
    "process(?:en)?",
    "how to",
    "checklist",
    "workflow",
    "rutin(?:er|en)?",
    "steg(?:en)?",
    "så (?:här )?gör (?:du|vi|ni)",
    "gör (?:då |sedan |i stället )?så ?här",
    "do (?:this|as follows|the following)",
    "checklista",
    "arbetsgång",
    "flow",
)
TODO = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD|TBC|TK|ATT GÖRA)\b|\[(?:infoga|insert|fyll i|fill in|company name|namn|företagets? namn)[^\]]{0,60}\]|\blorem ipsum\b"
)
NUMBERING = re.compile(r"(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s+(?=\S)")
# Headings under which a list says what goes even where its items have no verb.
NORMS = _any(
    "principles?",
    "guidelines?",
    "rules?",
    "values",
    "tone(?: of voice)?",
    "expectations?",
    "requirements?",
    "behaviou?r",
    "conduct",
    "best practices?",
    "(?:we|our) (?:value|promise|stand for|promises)",
    "what (?:we|to) (?:do|expect)",
    "how we \\w+",
    "(?:grund)?principer(?:na)?",
    "riktlinjer(?:na)?",
    "(?:ordnings|förhållnings)?regler(?:na)?",
    "(?:\\w*)?värderingar(?:na)?",
    "(?:kärn)?värden",
    "ton(?:en|alitet)?",
    "tilltal(?:et)?",
    "förhållningssätt",
    "bemötande",
    "krav(?:en)?",
    "löften",
    "så (?:här )?(?:gör|skriver|svarar|arbetar|jobbar|bemöter) vi",
    "vi (?:lovar|står för|tänker på)",
)
POLICY_WORD = _any(
    "polic(?:y|ies)",
    "guide(?:lines?)?",
    "riktlinjer?",
    "regler",
    "rules",
    "policyn",
    "handbook",
    "handbok",
    "code of conduct",
    "recommendations?",
    "\\w*policy",
    "\\w*riktlinjer",
)
RESOURCES = re.compile(
    r"(?:\W|\d)*(?:(?:table of )?contents|innehåll(?:sförteckning)?|(?:additional |further |other |more |useful |related )?(?:resources?"
    r"|reading|links?|references?|pages|documents)|(?:fler |mer |användbara |relaterade )?(?:länkar|resurser|läsning|referenser|dokument)"
    r"|contacts?|kontakt(?:er|uppgifter)?|revision history|versionshistorik|ändringshistorik)\W*$",
    I,
)
# A numbered list that begins like this is a way through a program.
FIRST_STEP = re.compile(
    r"(?:open|tap|click|log ?in|sign in|go to|navigate|register|download|install|select|create (?:a|an) new"
    r"|öppna|klicka|tryck|logga in|gå till|ladda ner|installera|skapa (?:en|ett) ny)",
    I,
)
