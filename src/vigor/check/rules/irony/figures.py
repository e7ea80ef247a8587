"""Whole turns that are ironic by how they are built: thanks for once again being late, kind of the train to leave early."""

from __future__ import annotations

from vigor.check.figures import Figure, Figures

IRONIC = Figures(
    sv=(
        # Kind of the bus to leave early.
        Figure("turn", r"\b(?:snällt|schysst|omtänksamt|generöst|fint|vänligt|trevligt) av \w+(?: \w+)? att (?:gå|åka|ställa in|höja|glömma|ignorera|stänga|sänka|försvinna|krascha|komma för|avboka|stjäla|ta min|ta mitt|blocka|lägga ner)\b", " av "),
        # Because we love it when it's difficult for you, of course.
        Figure("turn", r"\bför att vi (?:älskar|tycker om|gillar|tycker det är kul|njuter av) (?:att|när|av)\b[^.!?\n]{0,60}\b(?:svår\w*|jävl\w*|reta\w*|irriter\w*|besvär\w*|krångl\w*|vänta\w*|slösa\w*|plåga\w*|strul\w*|så klart|såklart|förstås|naturligtvis)\b", "för att vi"),
        # Now I can finally buy that island.
        Figure("turn", r"\bnu kan (?:jag|vi) äntligen (?:köpa|skaffa|pensionera|gå i pension|flytta till|sluta jobba)\b[^.!?\n]{0,40}\b(?:ö|ön|yacht\w*|slott\w*|jet\w*|herrgård\w*|pension|lyxkryssar\w*)\b", "nu kan "),
        # We know, we just like … / our crystal ball is at the repair shop.
        Figure("turn", r"\b(?:vi|jag) vet,? (?:vi|jag) (?:gillar|tycker|vill|älskar) bara\b|\b(?:spåkula|kristallkula|trollspö|trollstav|tankeläsare)\w*\b[^.!?\n]{0,40}\b(?:lager|lagning|verkstad|tyvärr|trasig|semester)\b", " vet|spåkul|kristallkul|trollst|trollsp|tankeläs"),
        # Thanks, dear railway, for the extra hours in the cold.
        Figure("turn", r"\btack,? (?:så mycket,? |hjärtligt,? )?\w+,? för (?:att (?:ni|du)|de|den|det)\b[^.!?\n]{0,60}\b(?:extra|hel|hela|timm\w+|minut\w*|natt\w*|kö\w*|vänt\w*|regn\w*|kyla\w*|perrong\w*|stå|missa\w*|ställde in|glömde|stängde|höjde)\b[^.!?\n]{0,40}\b(?:njuta|perrong\w*|kö\w*|vänt\w*|regn\w*|kyla\w*|kallt|igen|utan|missa\w*|sova|stå)\b", "tack"),
        # Sorry that our free parcels aren't free enough for you.
        Figure("turn", r"\b(?:ledsen|ledsna|tråkigt|beklagar|förlåt|ursäkta|synd) att (?:vår|våra|vårt|världen|verkligheten|livet|universum|vi|jag)\b[^.!?\n]{2,60}\binte\b[^.!?\n]{1,30}\b(?:nog|tillräckligt|kring|runt|duger) (?:för |bara |just )?(?:dig|er|din|ditt|ert)\b", " inte &beklagar a|förlåt a|ledsen a|ledsna a|synd a|tråkigt a|ursäkta a"),
        # Congratulations on once again forgetting …
        Figure("turn", r"\b(?:grattis|gratulerar|applåder|eloge|hatten av|bravo|snyggt jobbat|stort tack|tack) (?:till |för |av )?[^.!?\n]{0,50}\b(?:återigen|ännu en gång|än en gång|för (?:andra|tredje|fjärde|femte|tionde) (?:gången|året|veckan)|lyckats (?:missa|glömma|tappa|förstöra|sabba|misslyckas))\b[^.!?\n]{0,60}\b(?:missa\w*|glöm\w*|tapp\w*|förstör\w*|överraska\w*|förvåna\w*|misslyck\w*|strul\w*|försen\w*|ställ\w* in|krasch\w*|höj\w*|lägg\w* ner|ignorer\w*|inte|utan|fel)\b", "grattis|gratul|applåd|eloge|hatten av|bravo|snyggt|tack"),
        # Sure, because it went so well last time.
        Figure("turn", r"(?:^|[.!?]\s+)(?:jo |ja )?(?:jo|ja|visst|självklart|naturligtvis|klart|jajamän|absolut|men ja)(?: men)?(?: visst)?,? (?:för|eftersom) (?:att )?(?:ingenting|inget|vem|det (?:har|är|var|gick|brukar|funkade|fungerade) (?:ju )?(?:alltid|så|jätte\w*|aldrig)|[\wåäö]+ (?:gör|gjorde|har|blir) (?:ju )?(?:alltid|så))", " för | eftersom &absolut |absolut, |ja |ja, |jajamän |jajamän, |jo |jo, |klart |klart, |naturligtvis |naturligtvis, |visst |visst, "),
        # Lovely, I hadn't anything to do anyway.
        Figure("turn", r"\b(?:härligt|underbart|skönt|toppen|perfekt|fantastiskt|kul|roligt|trevligt|lysande|kanon|super)\b[^.!?\n]{0,70}\bju ändå\b[^.!?\n]{0,25}\b(?:inget|ingenting|inte|aldrig|ingen)\b", "ju ändå"),
        # Thanks for that wonderfully constructive comment.
        Figure("thanks", r"\btack\b[^.!?\n]{0,60}\b(?:oerhört|otroligt|så hemskt|fantastiskt|synnerligen|ytterst|vansinnigt|enormt|mycket)\s+(?:konstruktiv|insiktsfull|klok|nyanserad|genomtänkt|trevlig|vänlig|hjälpsam|pedagogisk)\w*\s+(?:kommentar|inlägg|åsikt|synpunkt|svar|analys|inspel|feedback|fråga)", "tack"),
    ),
    en=(
        # Kind of the bus to leave early.
        Figure("turn", r"\b(?:nice|kind|good|lovely|considerate|thoughtful|generous|sweet) of (?:the |our |my |their )?\w+(?: \w+)? to (?:leave|cancel|raise|break|forget|ignore|close|stop|delay|fail|crash|lose|vanish|steal|take my|block|park)\b", "considerate of|generous of|good of|kind of|lovely of|nice of|sweet of|thoughtful of"),
        # Because we love it when it's difficult for you, of course.
        Figure("turn", r"\bbecause we (?:just |simply |really )?(?:love|like|enjoy|live for|delight in) (?:to|making|wasting|keeping|seeing|watching|annoying|ruining)\b[^.!?\n]{0,60}\b(?:difficult|hard|miserable|wait\w*|annoy\w*|suffer\w*|time|of course|obviously|naturally)\b", "because we"),
        # Now I can finally buy that island.
        Figure("turn", r"\bnow (?:i|we) can finally (?:buy|afford|retire|quit|get)\b[^.!?\n]{0,40}\b(?:island|yacht|castle|jet|mansion|retire\w*|half a)\b", "can finally"),
        # We know, we just like … / our crystal ball is at the repair shop.
        Figure("turn", r"\b(?:we|i) know,? (?:we|i) just (?:like|love|want|enjoy)\b|\b(?:crystal ball|magic wand|mind reader|mind-reader)s?\b[^.!?\n]{0,40}\b(?:stock|repair\w*|shop|sadly|broken|holiday|out of)\b", " know|crystal ball|magic wand|mind"),
        # Thanks, dear railway, for the extra hours in the cold.
        Figure("turn", r"\bthank(?:s| you),? (?:so much,? )?[\w ]{2,25},? for\b[^.!?\n]{0,60}\b(?:extra|bonus|whole|hours?|minutes?|night|queue|wait\w*|rain|cold|platform|miss\w*|cancel\w*|forgot\w*|clos\w*)\b[^.!?\n]{0,40}\b(?:to enjoy|platform|queue|wait\w*|rain|cold|again|without|miss\w*|sleep|stand\w*)\b", "thank"),
        # Sorry that our free parcels aren't free enough for you.
        Figure("turn", r"\b(?:sorry|apologies|apologise|apologize|regret)\b(?: to hear)? (?:that |if )?(?:our|the|my|we|i|reality|life)\b[^.!?\n]{2,60}(?:n['’]t|\bnot|\bfailed)\b[^.!?\n]{1,30}\b(?:enough|up to|revolve|good enough|fast enough)\b(?: for| around)? (?:you|your)\b", " for you|up to|revolve"),
        # Congratulations on once again forgetting …
        Figure("turn", r"\b(?:congratulations|congrats|kudos|hats off|bravo|well done|nice work|good job|applause|thanks|thank you)\b,? (?:to |for )?[^.!?\n]{0,50}\b(?:once again|yet again|for the (?:second|third|fourth|fifth|tenth|umpteenth) (?:time|year|week)|managing to|for managing|on managing)\b[^.!?\n]{0,60}\b(?:miss\w*|forg\w*|los\w*|ruin\w*|break\w*|broke\w*|surpris\w*|fail\w*|delay\w*|cancel\w*|crash\w*|rais\w*|ignor\w*|not|without|wrong|mess\w*)\b", "again|managing| for the "),
        # Sure, because it went so well last time.
        Figure("turn", r"(?:^|[.!?]\s+)(?:oh |ah |well )?(?:sure|right|yeah|yes|of course|great|brilliant|naturally|obviously),? because [^.!?\n]{3,80}\b(?:always|never|so well|famously|definitely|obviously|clearly|totally|surely)\b", "because "),
        # Lovely, I hadn't anything to do anyway.
        Figure("turn", r"\b(?:great|lovely|wonderful|perfect|brilliant|fantastic|superb|nice)\b[^.!?\n]{0,70}\b(?:wasn['’]t|weren['’]t|didn['’]t have|had nothing|not like (?:i|we)|nothing better)\b[^.!?\n]{0,25}\b(?:anything|anyway|planned|to do|plans|needed)\b", "wasn|weren|didn|had nothing|not like|nothing better"),
        # Thanks for that wonderfully constructive comment.
        Figure("thanks", r"\bthank(?:s| you)\b[^.!?\n]{0,60}\b(?:wonderfully|incredibly|oh so|so very|ever so|terribly|extremely|deeply)\s+(?:constructive|insightful|thoughtful|helpful|kind|nuanced|wise|polite)\s+(?:comment|feedback|input|opinion|remark|reply|analysis|question|contribution)", "thank"),
    ),
)  # fmt: skip
