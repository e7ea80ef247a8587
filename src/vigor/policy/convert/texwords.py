"""What LaTeX's commands mean to a reader: headings, signs, accents; and which have nothing to say."""

from __future__ import annotations

from vigor.language.words import listed

HEADINGS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
    "frametitle": 3,
    "framesubtitle": 5,
}
STRONG = listed("textbf textsc bfseries")
EMPHASIS = listed("emph textit textsl")
# Their arguments are for the printer.
SILENT = listed(
    "label pageref cite nocite vspace hspace setcounter setlength addtolength pagestyle thispagestyle"
    " usepackage bibliography bibliographystyle graphicspath titleformat titlespacing addtocounter documentclass pagenumbering"
    " hypersetup definecolor color textcolor colorbox fontsize renewcommand newcommand providecommand newenvironment"
    " RequirePackage geometry fancyhead fancyfoot lhead rhead cfoot lfoot rfoot chead addcontentsline markboth selectlanguage"
    " DeclareRobustCommand newrobustcmd"
    " setlist index hyphenation theoremstyle newtheorem rule phantomsection hypertarget linespread minipage vskip hskip"
)
# Beamer: what has a title of its own, and commands that may be told on which step of a slide they work.
SLIDES = listed("frame block alertblock exampleblock column columns")
SLIDE_BY_SLIDE = listed("alert only onslide uncover visible invisible textbf emph structure color")
BROUGHT = listed("input include subfile")
FIELDS = listed("title author date subtitle")
SIGNS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textbackslash": "\\\\",
    "ss": "ß", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø", "S": "§", "copyright": "©", "euro": "€",
    "LaTeX": "LaTeX", "TeX": "TeX", "textasciitilde": "~", "texttrademark": "™", "textregistered": "®", "textbullet": "•",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "times": "×", "cdot": "·", "pm": "±", "approx": "≈", "infty": "∞",
    "Rightarrow": "⇒", "leftarrow": "←", "checkmark": "✓", "dag": "†", "pounds": "£", "textdegree": "°", "percent": "%",
    "quad": " ", "qquad": " ", "rightarrow": "→", "to": "→", "glqq": "„", "grqq": "“", "degree": "°", "textquotedblleft": "“",
    "textquotedblright": "”", "slash": "/", "textquotesingle": "'", "textgreater": ">", "textless": "\\<", "textbar": "|", "textasciicircum": "^", "textunderscore": "\\_",
}  # fmt: skip
ACCENTS = {
    '"': dict(zip("aouAOUeiEI", "äöüÄÖÜëïËÏ", strict=True)),
    "'": dict(zip("aeiouAEIOU", "áéíóúÁÉÍÓÚ", strict=True)),
    "`": dict(zip("aeiouAEIOU", "àèìòùÀÈÌÒÙ", strict=True)),
    "^": dict(zip("aeiouAEIOU", "âêîôûÂÊÎÔÛ", strict=True)),
    "~": dict(zip("anoANO", "ãñõÃÑÕ", strict=True)),
    "r": {"a": "å", "A": "Å"},
    "c": {"c": "ç", "C": "Ç"},
}  # fmt: skip
