"""The words by which organisations, posts, groups and people are told apart."""

from frankpledge.language.wordlist import words

ORGANISATION = words(
    "council councils police constabulary probation fire rescue service services "
    "authority trust nhs health hospital university college school schools academy "
    "housing homes association charity company ltd agency agencies ambulance coastguard "
    "safety standards licensing support watch advice connexions mind refuge church "
    "churches mosque foundation society federation network centre center consortium "
    "chamber commissioner cps hmpps dwp icb ccg pct environmental communications "
    "comms education care wellbeing youth justice offending enforcement cleansing legal "
    "planning highways parks leisure shelter crimestoppers mencap barnardo's partnership "
    "challenge union railway transport"
)
GROUP = words("group forum board committee panel partnership executive cabinet taskforce")
POST = words(
    "chair chairman chairwoman chairperson coordinator co-ordinator officer officers "
    "manager managers inspector inspectors insp sergeant sergeants sgt superintendent "
    "supt constable constables pc pcso pcsos commander commanders director head lead "
    "leads leader worker workers councillor cllr cllrs portfolio holder advisor adviser "
    "analyst administrator warden wardens chief secretary treasurer headteacher "
    "headteachers dci di ds ci cs acc dcc champion caseworker keyworker idva link "
    "practitioner nurse"
)
RANKS = words(
    "insp inspector ci sgt sergeant supt superintendent pc pcso dci di ds chief cllr "
    "councillor mr mrs ms miss dr rev revd sir dame lord lady cdr commander officer det "
    "acting"
)
TITLES = words("mr mrs ms miss dr rev revd sir dame lord lady prof")
EVERYONE = words("partners agencies organisations members everyone services authorities")
# These follow an "and" inside one name: Fire and Rescue, Health and Social Care.
TAILS = words("rescue social wellbeing crime disorder safety drugs ambulance")
PLACES = words("north south east west mid upper lower new great little royal saint st")
SMALL = words("of and the for in to & on at with")
# Capitalised in titles, but nobody's name.
COMMON = words(
    "anti-social antisocial behaviour asb crime community neighbourhood projects project "
    "drug drugs alcohol domestic violence abuse town borough district county city parish "
    "village global rock prevention reduction engagement development public local joint "
    "action delivery data strategic operational senior principal senior assistant deputy "
    "young victim witness road rural business town integrated early help family families "
    "children adult adults social street hate"
)
# Groups that nearly every partnership has under these letters; a partnership adds its own.
GROUP_LETTERS = words("jag rag odg pmg nag nags asbag marac marag")
