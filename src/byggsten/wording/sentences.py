"""The sentences of a plan: every word of it that is not a name, a number or somebody's own words."""

from __future__ import annotations

from types import MappingProxyType

from byggsten.wording.sentence import Sentence, duty, right

TITLE = Sentence("Min individuella plan")
NAME = Sentence("Namn")
VERSION = Sentence("Version")
HOLDS = Sentence("Gäller")
HOLDS_BETWEEN = Sentence("från %(first)s till %(last)s")
HOLDS_UNTIL_FURTHER = Sentence("från %(first)s tills vidare")
NOT_REVIEWED = right("Översättningen är inte granskad av en översättare. Den svenska texten gäller.")

MY_GOAL = Sentence("Mitt mål")
SELF_SUPPORT = Sentence("Jag ska försörja mig själv.")
BEFORE = Sentence("Senast %(day)s.")
NO_GOAL = Sentence("Inget mål är skrivet än.")
GOALS = MappingProxyType({
    "self_support": Sentence("Egen försörjning"),
    "work": Sentence("Arbete"),
    "studies": Sentence("Studier"),
    "language": Sentence("Svenska språket"),
    "housing": Sentence("Bostad"),
    "health": Sentence("Hälsa"),
    "network": Sentence("Människor jag känner"),
    "family": Sentence("Familj"),
    "other": Sentence("Annat"),
})  # fmt: skip

MY_WEEK = Sentence("Min vecka")
HOURS_IN_WEEK = Sentence("%(hours)s timme i veckan", plural="%(hours)s timmar i veckan")
REQUIRED_IN_WEEK = duty("%(hours)s timme i veckan krävs.", "%(hours)s timmar i veckan krävs.")
NOT_OFFERED = right(
    "%(hours)s timme har kommunen inte kunnat erbjuda. Den krävs inte av dig.",
    "%(hours)s timmar har kommunen inte kunnat erbjuda. De krävs inte av dig.",
)
ACTIVITY = Sentence("Aktivitet och plats")
STRENGTHENS = Sentence("Stärker")
TIME = Sentence("Dag och tid")
HOURS = Sentence("Timmar")
TIME_TOGETHER = Sentence("Tiden bestämmer vi tillsammans.")
NO_ACTIVITY = Sentence("Planen har ingen aktivitet.")
FULL_TIME = duty("Du deltar på heltid.")
ADAPTED = right("Tiden är anpassad efter vad du klarar.")
SMALL_CHILDREN = right("Tiden är anpassad för att du har små barn.")
NO_HOURS = right("Just nu krävs inga timmar av dig.")
REASONS = MappingProxyType({"full": FULL_TIME, "adapted": ADAPTED, "small_children": SMALL_CHILDREN})
WEEKDAYS = MappingProxyType({
    1: Sentence("måndag"),
    2: Sentence("tisdag"),
    3: Sentence("onsdag"),
    4: Sentence("torsdag"),
    5: Sentence("fredag"),
    6: Sentence("lördag"),
    7: Sentence("söndag"),
})  # fmt: skip
BLOCKS = MappingProxyType({
    "security": Sentence("Grundtrygghet"),
    "language": Sentence("Svenska språket"),
    "norms": Sentence("Lagar och normer"),
    "livelihood": Sentence("Utbildning, försörjning och bostad"),
    "codes": Sentence("Sociala och kulturella koder"),
    "social_capital": Sentence("Socialt kapital"),
})  # fmt: skip

WHO_DOES_WHAT = Sentence("Vem gör vad")
PARTIES = MappingProxyType({
    "person": Sentence("Jag"),
    "municipality": Sentence("Kommunen"),
    "employment_service": Sentence("Arbetsförmedlingen"),
    "provider": Sentence("Anordnaren"),
    "region": Sentence("Regionen"),
    "other": Sentence("Andra"),
})  # fmt: skip
PERSON_DOES = duty("Du deltar i aktiviteterna i planen.")
MUNICIPALITY_DOES = right("Kommunen ger dig de aktiviteter och det stöd som står i planen.")

APPLIES = Sentence("Det här gäller")
REPORT_ABSENCE = duty(
    "Om du är sjuk eller får hinder säger du det så snart du kan till skolan eller den som leder aktiviteten."
)
CONSEQUENCE = duty(
    "Planen ändrar inte i sig ditt stöd. "
    "Om du har försörjningsstöd kan socialtjänsten besluta att minska eller neka det. "
    "Det gäller om du utan godtagbart skäl inte är med i det som socialtjänsten har anvisat dig till, "
    "eller inte står till arbetsmarknadens förfogande (socialtjänstlagen 12 kap. 3–5 §§)."
)
HEARD_FIRST = right("Innan något beslutas får du berätta varför.")
APPEAL = right(
    "Ett beslut om försörjningsstöd kan du överklaga inom tre veckor från det att du fick del av det. "
    "Handläggaren visar hur."
)
BOUND_WHEN_BOTH = right("Planen binder ingen förrän både du och handläggaren har bekräftat den.")
OFFER = right(
    "Planen är ett erbjudande. Du bestämmer själv om du vill vara med. "
    "Det får inga följder om du inte kommer."
)

YOU_CAN_ASK = Sentence("Det här kan du be om")
ASK_CHANGE = right("Du kan be att planen ändras när något i ditt liv ändras.")
ASK_INTERPRETER = right("Du kan be om tolk och om papper på ditt språk.")
ASK_DISAGREE = right("Du kan säga att du inte håller med. Dina ord skrivs då i planen.")

CONTACT = Sentence("Din handläggare")
NO_CASEWORKER = Sentence("Du har ingen handläggare än. Fråga på enheten.")

STANCES = Sentence("Vad vi har sagt om planen")
CONFIRMED = Sentence("Planen är bekräftad av båda den %(day)s.")
CONFIRMED_ELSEWHERE = right(
    "Bekräftad enligt ett annat system den %(day)s. Inget svar från dig är antecknat här."
)
OFFER_AGREED = right("Ni är överens om erbjudandet sedan den %(day)s. Det binder kommunen, inte dig.")
NOT_CONFIRMED = right("Planen är inte bekräftad. Ingen är bunden av den.")
AGREES = Sentence("Håller med")
DISAGREES = Sentence("Håller inte med")
COULD_NOT = Sentence("Kunde inte ta ställning")
COUNTERSIGNED = Sentence("Har skrivit under")
SAID = MappingProxyType({"agrees": AGREES, "disagrees": DISAGREES, "could_not": COULD_NOT})
SIGNATORIES = MappingProxyType({
    "person": Sentence("Deltagare"),
    "guardian": Sentence("Vårdnadshavare eller god man"),
    "caseworker": Sentence("Handläggare"),
})  # fmt: skip
SIGNATURE = Sentence("Underskrift")

NOTICE_TITLE = Sentence("Förhandsbesked")
NOTICE = duty("Du ska delta i %(activity)s från %(first)s.")
NOTICE_OBSTACLE = right(
    "Har du hinder, berätta det. Om du utan godtagbart skäl inte kommer frågar vi dig först varför. "
    "Bara socialtjänsten kan besluta om ditt försörjningsstöd."
)
NOTICE_AHEAD = right(
    "Du ska få beskedet minst %(days)s dag i förväg. Annars får det inga följder att du inte kommer.",
    "Du ska få beskedet minst %(days)s dagar i förväg. Annars får det inga följder att du inte kommer.",
)
NOTICE_UNDECIDED = right("Kommunen har inte bestämt någon tid. Därför får frånvaro inga följder.")


def every_sentence() -> tuple[Sentence, ...]:
    """All of them in the order of this file, each once."""
    found: list[Sentence] = []
    for value in list(globals().values()):
        if isinstance(value, Sentence):
            found.append(value)
        elif isinstance(value, MappingProxyType):
            found += [one for one in value.values() if isinstance(one, Sentence)]
    return tuple(dict.fromkeys(found))
