"""Documents as others write them."""

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
CONSTITUTION = "/akn/kz/act/1995-08-30/constitution"

META = """<meta><identification source="#x">
<FRBRWork><FRBRthis value="{work}/!main"/><FRBRuri value="{work}"/>
<FRBRdate date="2022-06-08" name=""/>
<FRBRauthor href="#x"/><FRBRcountry value="kz"/></FRBRWork>
<FRBRExpression><FRBRthis value="{work}/{language}@/!main"/><FRBRuri value="{work}/{language}@"/>
<FRBRdate date="{day}" name=""/><FRBRauthor href="#x"/>
<FRBRlanguage language="{language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="{work}/{language}@/!main.xml"/>
<FRBRuri value="{work}/{language}@.xml"/>
<FRBRdate date="{day}" name=""/><FRBRauthor href="#x"/></FRBRManifestation></identification>
{rest}</meta>"""


def act(
    *,
    work: str = "/akn/kz/act/2022-06-08/2022-06",
    language: str = "rus",
    day: str = "2022-06-08",
    rest: str = "",
    body: str = "",
    namespace: str = AKN,
) -> bytes:
    meta = META.format(work=work, language=language, day=day, rest=rest)
    inner = f'<act name="act">{meta}<body>{body}</body></act>'
    return f'<akomaNtoso xmlns="{namespace}">{inner}</akomaNtoso>'.encode()


def modified(*mods: str) -> str:
    inner = f"<activeModifications>{''.join(mods)}</activeModifications>"
    return f'<analysis source="#x">{inner}</analysis>'


def mod(
    number: str = "1",
    *,
    kind: str = "substitution",
    to: str = f"{CONSTITUTION}/~art_4__para_1",
    inner: str = "",
    more: str = "",
) -> str:
    """A `textualMod` whose texts are `old_<number>` and `new_<number>` of the body."""
    texts = {
        "insertion": ("new",),
        "repeal": ("old",),
    }.get(kind, ("old", "new"))
    named = "".join(f'<{each} href="#{each}_{number}"/>' for each in texts)
    return (
        f'<textualMod eId="m{number}" type="{kind}"><source href="#mod_{number}"/>'
        f'<destination href="{to}" {more}/>{inner}{named}</textualMod>'
    )


def quoted(eid: str, text: str, *, element: str = "quotedStructure") -> str:
    inner = text if text.startswith("<") or element == "quotedText" else f"<p>{text}</p>"
    return (
        f'<article eId="a_{eid}"><content><p><mod eId="mod_{eid}">'
        f'<{element} eId="{eid}">{inner}</{element}></mod></p></content></article>'
    )
