"""The small words of Swedish and English: they tell the languages apart and carry no topic of their own."""

from __future__ import annotations

from vigor.language.words import listed

SWEDISH = listed("""
    alla allt alltid alltså andra annan annat att av avse bara bli blir blivit borde bör bra båda både de dem den denna dennes
    deras dess dessa det detta dig din dina ditt du där därför då efter eftersom ej eller en er era ert ett
    exempelvis fast fick finnas finns fram från få får fått för före förut ge genom ger gäller gälla gör göra gjort
    ha hade han hans har hela heller hellre hem henne hennes hit hon honom hos hur här i ibland icke in inför inga ingen
    inget innan inom inte ju jag just kan kanske kommer komma kunde kunna kunnat lite man med medan mellan men mer mest
    mig min mina mitt mot mycket måste möjligt ni nog nu nuvarande någon något några när nära och också ofta om oss
    på redan rätt samma samt sedan sig sin sina sitt själv själva ska skall skulle slags som så sådan sådana sådant sätt
    ta tar till tills trots tycker under upp ut utan vad var vara varandra varför varit varje vars vart vem
    vems vi via vid vidare vilka vilkas vilken vilket vill vilja visst våra vår vårt väl än ännu även är åt över
    brukar bruka håller hålla ligga ligger står typ saker sak såna sånt ok okej nån nåt mej dej sej va e ens hen
    """)

ENGLISH = listed("""
    a about above after again against all also always am an and any are aren around as at back be because been before
    being below between both but by can cannot could couldn d did didn do does doesn doing don done down during each
    either else ever every few for from further get gets getting go goes going got had hadn has hasn have haven
    having he her here hers herself him himself his how however i if in into is isn it its itself just ll let like
    m many may maybe me might mine more most much must my myself need needs no nor not now of off often okay ok on
    once one only or other others our ours ourselves out over own please quite rather re s same shall shan she should
    shouldn since so some something such t than that the their theirs them themselves then there these they thing
    things this those though through to too under until up upon us use ve very via want wants was wasn way we well were
    weren what whatever when where whether which while who whom whose why will with within without won would wouldn
    till yes yet you your yours yourself yourselves allowed okay able kind sort exactly actually really
    """)

STOP_WORDS = {"sv": SWEDISH, "en": ENGLISH}
