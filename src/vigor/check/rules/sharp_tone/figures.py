"""Ways of being sharp, as patterns: orders, threats, reproaches."""

from __future__ import annotations

from vigor.check.figures import Figure, Figures

SHARP = Figures(
    sv=(
        # Either you pay or we cut you off.
        Figure("either", r"\bantingen\b[^.!?\n]{3,90}\beller\b[^.!?\n]{0,20}\b(?:stänger|blockerar|spärrar|anmäler|säger|avslutar|stämmer|drar|slutar|får (?:du|ni)|tar|går|lämnar|hörs|ses|hör|ringer|polisanmäl\w*|åker|ryker|blir det)\b", "antingen"),
        # Read the terms before you write to us: an order, and a reproach for not having done it.
        Figure("reproach", r"(?:^|[.!?:,]\s+|och )(?:läs|kolla|tänk|googla|sök|lär dig|ta reda på|gör din läxa|gör research)\b(?!\s+gärna)[^.!?\n]{0,45}\b(?:innan|före) (?:du|ni) (?:\w+ )?(?:skriver|klagar|gnäller|skriker|frågar|hör av|öppnar (?:mun|käft|trut)\w*|uttalar|kommer|anklagar|kommenterar|postar|påstår|tycker|ringer|mejlar|svamlar|lägger|dömer|skyller|säger)\w*", "innan |före "),
        # Read it.
        Figure("bare", r"(?:^|[.!?]\s+)(?:så )?(?:läs|lyssna|tänk|skärpning|sök)(?: (?:den|det|dem|texten|avtalet|villkoren|själv|nu|igen|på))?[.!]*\s*(?:$|/|[.!])", "läs|lyssna|tänk|skärpning|sök"),
        # It's there in black and white. End of discussion.
        Figure("order", r"\bsvart på vitt\b|(?:^|[.!?]\s+)(?:punkt|punkt slut|basta|slutsnackat|färdigdiskuterat|diskussionen avslutad)[.!]", "svart på|punkt|basta|slutsnackat|diskuter|diskussion"),
        # If you don't stop, we delete it.
        Figure("threat", r"\b(?:slutar|lägger|fortsätter|skärper|raderar|tar|betalar|svarar) (?:du|ni) (?:inte |av |er |dig )?[^.!?\n]{0,50}?\b(?:raderar|blockerar|stänger|anmäler|polisanmäler|spärrar|stämmer|kastar|porta\w*|avslutar) (?:vi|jag)\b", "slutar |lägger |fortsätter |skärper |raderar |betalar |svarar "),
        # Can you just do it for once?
        Figure("order", r"\bkan (?:ni|du|folk|någon|alla)\b[^.!?\n]{0,50}\b(?:för en gångs skull|någon gång|nån gång)\b", "gångs skull|någon gång|nån gång"),
        # We won't discuss this.
        Figure("order", r"\b(?:vi|jag) (?:tänker|kommer|ämnar) inte (?:att )?(?:diskutera|debattera|argumentera|upprepa|förklara)\b", "tänker inte|kommer inte|ämnar inte"),
        # The next one to write that is out.
        Figure("threat-next", r"\b(?:nästa|den|första) (?:person |en |kommentator )?som (?:skriver|gör|klagar|frågar|kommenterar|postar|gnäller|lägger|tar)\b[^.!?\n]{0,50}\b(?:åker|ryker|blir (?:avstängd|blockerad|portad|av med)|kastas|stängs av|får sparken|är ute|polisanmäls|anmäls)\b", "nästa |första |den som"),
        # Read it once more, slowly.
        Figure("reproach", r"\b(?:läs|läser|kolla|kollar|titta|tittar)\b[^.!?\n]{0,30}\b(?:en gång till|igen|en extra gång)\b,? (?:och |men )?(?:långsamt|långsammare|ordentligt|noga|sakta|noggrant|riktigt)|\blångsamt (?:nu|den här gången)\b", "gång till| igen|extra gång|långsamt"),
        # Hello??
        Figure("order", r"(?:^|[.!?]\s+)(?:hallå|hello|hey|seriously|på allvar|men alltså)\s*[?!]{2,}", "hallå|hello|hey|seriously|på allvar|men alltså"),
    ),
    en=(
        # Either you pay or we cut you off.
        Figure("either", r"\beither you\b[^.!?\n]{3,90}\bor (?:we|i|you)(?:'ll| will|'re| are)?\s+(?:\w+\s+)?(?:cut|block|ban|close|cancel|report|sue|stop|terminate|shut|leave|out|find|lose|take|sue|call|hear|be hearing|go to|see you|escalate|walk)\w*\b", "either you"),
        # Read the terms before you write to us: an order, and a reproach for not having done it.
        Figure("reproach", r"(?:^|[.!?:,]\s+|and )(?:read|check|think|google|look|learn|do your homework|do your research|get your facts)\b[^.!?\n]{0,45}\bbefore (?:you |you start |you come here and |you come |coming |posting |complaining |commenting |accusing |asking |writing )(?:complain\w*|whin\w*|moan\w*|ask\w*|writ\w*|post\w*|comment\w*|accus\w*|here|open\w* your|speak|spout\w*|shout\w*|call(?:ing)? us|email\w*|with|us|and|about|nonsense|judg\w*|claim\w*|blam\w*|another|again|$|[.!])", "before "),
        # Read it.
        Figure("bare", r"(?:^|[.!?]\s+)(?:so )?(?:read|listen|think|google)(?: (?:it|them|the text|the contract|the terms|that|yourself|again))?[.!]*\s*(?:$|/|[.!])", "read|listen|think|google"),
        # It's there in black and white. End of discussion.
        Figure("order", r"\bin black and white[.,] |(?:^|[.!?]\s+)(?:period|full stop|end of|end of story|end of discussion|case closed|that is final)[.!]", "black and|period|full stop|end of|case closed|final"),
        # If you don't stop, we delete it.
        Figure("threat", r"\bif you (?:don['’]t|do not|keep|continue|can['’]t|won['’]t|insist)\b[^.!?\n]{0,50}?\b(?:we|i)(?:['’]ll| will| shall|['’]re going to)? (?:delete|block|ban|report|close|remove|sue|call the|throw|terminate|kick|cancel)\b", "if you "),
        # Can you just do it for once?
        Figure("order", r"\b(?:can|could|would|will|just) you\b[^.!?\n]{0,50}\bfor once\b|\bjust \w+ [^.!?\n]{0,30}\bfor once\b", "for once"),
        # We won't discuss this.
        Figure("order", r"\b(?:we|i)(?: will not|['’]ll not| won['’]t| refuse to| are not going to|['’]re not going to| am not going to|['’]m not going to) (?:discuss|debate|argue|repeat|explain)\b", "discuss|debate|argue|repeat|explain"),
        # The next one to write that is out.
        Figure("threat-next", r"\b(?:the )?(?:next|first) (?:person|one|commenter|to)\b[^.!?\n]{0,60}\b(?:is|gets|will be|goes|are) (?:out|banned|blocked|fired|removed|reported|deleted|kicked)\b", "next |first "),
        # Read it once more, slowly.
        Figure("reproach", r"\b(?:read|look|check)\b[^.!?\n]{0,30}\b(?:once more|again|one more time|a second time)\b,? (?:and |but )?(?:slowly|carefully|properly|this time)|\bslowly this time\b", "once more|again|more time|second time|slowly"),
        # Hello??
        Figure("order", r"(?:^|[.!?]\s+)(?:hallå|hello|hey|seriously|på allvar|men alltså)\s*[?!]{2,}", "hallå|hello|hey|seriously|på allvar|men alltså"),
    ),
)  # fmt: skip
