"""Words that are capitalised without being anybody's name, and small words that stand inside names.

They only spare work and help where a film has few reviews: whether a word is a common one is otherwise read
from the reviews themselves, which print it in lower case too.
"""

from __future__ import annotations

PARTICLES = "von van de der den del della da di du la le ter dos bin el al y af av zu".split()
"""Small words inside a name that its surname includes: Lars von Trier, Oscar de la Hoya."""

TITLES = frozenset(
    """
mr mrs ms miss dr prof sir dame lord lady director directors actor actors actress actresses writer writers
producer composer cinematographer screenwriter filmmaker editor star stars author novelist detective
inspector officer sergeant agent captain colonel general president professor uncle aunt starring featuring
""".split()
)
"""What stands before a name without being part of it."""

PRONOUNS = frozenset("i im ive id ill".split())
"""Capitalised wherever they stand."""

COMMON_WORDS = (
    frozenset(
        """
a an the this that these those some any each every both all many few several much more most less least no
not none nothing nobody everyone everything everybody someone something anyone anything anybody such same
other another one two three four five six seven eight nine ten first second third last next only just even
still yet already also too very quite rather so you youre youve youll your yours he hes hed his him she shes
shed her hers it its itll we were weve well our ours they theyre theyve their theirs them us my mine me
myself himself herself itself who whos whom whose what whats which when where wheres why how hows there
theres here heres and or nor but if then than because since while whilst as although though unless until
till whether whereas once of in on at by for from with without within into onto about above below after
before behind between beyond during through throughout under over up down out off near against among amongst
amidst despite except like unlike to toward towards upon via per versus vs is isnt are arent was wasnt were
werent be been being am has hasnt have havent had hadnt do dont does doesnt did didnt done can cant cannot
could couldnt should shouldnt would wouldnt wont shall might must lets let say says said see seen saw watch
watched watching go goes going gone come comes coming came get gets got getting give gives gave given take
takes took make makes made making think thought know knew want wanted try tried look looks looked feel feels
felt find found keep keeps kept put seems seemed now then soon later again ever never always often sometimes
usually maybe perhaps probably possibly certainly definitely absolutely actually really truly basically
generally overall finally eventually unfortunately fortunately luckily sadly hopefully honestly frankly
clearly obviously apparently surprisingly interestingly ultimately personally however therefore moreover
furthermore nevertheless nonetheless meanwhile instead otherwise anyway anyways besides plus thus hence
indeed yes no nope yeah ok okay oh ah wow well please thanks thank sorry good great best better bad worst
worse excellent amazing awesome brilliant wonderful terrible horrible awful beautiful fantastic superb
outstanding perfect fine nice interesting boring stupid funny solid weak true real whole full many new old
big small little high low dark film films movie movies cinema scene scenes story plot acting direction
directing script screenplay writing cinematography soundtrack music score performance performances cast
character characters review reviews reviewer rating ratings spoiler spoilers warning note edit ps part parts
chapter volume episode season series sequel prequel trilogy remake version original ending beginning opening
director action comedy drama thriller horror romance western noir documentary animation based written
directed produced starring watchable recommended time people men women life things thing way
""".split()
    )
    - TITLES
)
"""Words that are capitalised inside a sentence only as part of a title or a heading."""

NATIONS = frozenset(
    """
american british danish swedish norwegian finnish italian spanish japanese chinese korean russian australian
canadian mexican indian european scandinavian asian african
""".split()
)
"""Capitalised wherever they stand, and nobody's name."""

NEVER_IN_NAMES = PRONOUNS | COMMON_WORDS | NATIONS | TITLES
"""Words at which a name begins or ends: they are no part of one."""

NEVER_ALONE = frozenset(
    """
hollywood bollywood oscar oscars academy award awards golden globe globes cannes sundance bafta emmy grammy
palme netflix hbo bbc disney pixar marvel dc universal paramount warner miramax criterion amazon hulu
viaplay youtube imdb metacritic google facebook twitter wikipedia dvd vhs cd tv vcr cgi fx hd uk us usa ussr
fbi cia nypd lapd kgb nyc la cgi pg nc lol omg imo imho wtf aka diy sfx vfx english french german dutch
irish scottish welsh greek roman latin polish czech hungarian turkish arab arabic jewish christian muslim
catholic buddhist islamic protestant hebrew america england britain scotland ireland wales france germany
italy spain denmark sweden norway finland iceland holland netherlands belgium switzerland austria poland
russia hungary greece turkey israel egypt iran iraq afghanistan india pakistan china japan korea vietnam
thailand australia canada mexico brazil argentina cuba africa asia europe scandinavia usa california texas
florida vegas los angeles york london paris berlin rome madrid moscow tokyo copenhagen stockholm oslo chicago
boston washington philadelphia manhattan brooklyn harlem bronx earth mars moon zealand orleans jersey
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday christmas halloween thanksgiving easter valentine god gods lord
jesus christ bible heaven hell satan devil nazi nazis mafia internet web english dogme dv blu ray mom mum
mother dad daddy father grandma grandpa brother sister son daughter king queen prince princess duke count
baron doctor ferrari porsche mercedes bmw ford volvo coke pepsi x xx xxx b c d e f g h j k l m n o p q r s t
u v w z
""".split()
)
"""Words that may be part of a name (Christian Bale, Oscar Isaac) and are none when they stand alone."""

ALSO_WORDS = frozenset(
    """
will mark rose frank grace hope may faith young bill grant rich chase hunter art gene jack pat rob sue drew
king page chuck dick cliff dale glen iris ivy jade lily pearl ruby summer dawn autumn april june august
victor stone wood woods hill rush day black white brown green gray grey west east north south moon star law
price cage dance fox wolf bird wild fisher fish cook baker butler carpenter farmer miller smith cooper
porter potter shepherd mason taylor carter driver cash penny bond harry joy max miles nick ray rusty sandy
scot sunny tiffany tom tony trip van wade wang warden warren woody angel bishop bridges brooks church cross
dean duke field fields flowers forest gates goodman hall hart holly house hughes hurt jean kitty knight lake
lane lord love major marsh martin melody mercy mercury mills minor nail neo nelson noble paige park parks
pope power powers prince queen reed rivers rock rocky roman salt savage short singer small snow sparks spike
spring steel storm strange street strong swift temple town trinity turner violet wall walker waters wells
winter wise wright
""".split()
)
"""Names that are English words as well: in lower case they are taken for the word."""

NUMERALS = frozenset("i ii iii iv v vi vii viii ix xi xii".split())
