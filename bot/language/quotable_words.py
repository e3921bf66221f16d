"""Words by which a sentence is known to judge a film, to retell it, or to lean on what stands before it.

They stand as they are printed, in small letters without accents and apostrophes: a stem would take the
`interest` on a debt for `interesting`.
"""

from __future__ import annotations

STRONG = frozenset(
    """
    abysmal amateurish amazing annoying appalling astonishing astonishingly astounding atrocious awesome
    awful awfully beautiful beautifully bewitching bland bloated bold bore bored boredom boring brainless
    bravura breathtaking brilliance brilliant brilliantly brutal captivates captivating charming cheap
    cheat chilling chore clever clumsy clunky compelling contrived courageous crackles crap cringe
    cringeworthy cunning cynical daring dated dazzles dazzling deft delicate delight delightful
    delightfully delights derivative devastating dire disappointed disappointing disappointment disaster
    disgrace disgusting disjointed dismal disturbing disturbs drag dragged drags dread dreadful dreary
    dull dullest effortless electric electrifying elegance elegant embarrassing embarrassment enchanting
    enchants engaging engrossing enthralling excellent exceptional excruciating exhausting exhilarating
    exquisite extraordinary fabulous failure fantastic fascinating faultless favorite favourite fearless
    ferocious fiasco fierce finest flawless flawlessly forced forgettable frightening garbage gem generous
    genius gimmick glows godawful gorgeous grace graceful grating gripped gripping grips gritty hated
    haunted haunting haunts heartbreaking heartfelt hideous hilarious hilariously hollow horrible hypnotic
    idiotic immaculate immersive impeccable incoherent incomprehensible incredible incredibly inept inert
    ingenious inspired insufferable insult insulting intense interminable irresistible irritating joy
    joyless knockout lame laughable laughably lazy lifeless limp lingers loathed luminous magnetic
    magnificent manipulative marvel marvellous marvelous masterclass masterful masterfully masterly
    masterpiece meandering mediocre mediocrity mesmerised mesmerising mesmerized mesmerizing mess messy
    mindless miracle miraculous miscast monotonous moving nauseating nonsense outrageous outstanding
    overacted overacting overblown overcooked overlong overrated overwhelming overwrought painful
    painfully painterly pathetic perfect perfection perfectly phenomenal plodding poetic poetry poignant
    pointless ponderous powerful predictable preposterous pretentious priceless profound radiant
    refreshing relentless remarkable remarkably revelation ridiculous ridiculously riveting rousing
    rubbish ruined ruins savage scariest scary schmaltzy searing sensational sentimental shallow shambles
    shameful shameless shimmers shocking shocks shoddy sincere sizzles sloppy sluggish smolders smoulders
    soars soulless sparkles spectacular spellbinding splendid stale startling stilted stings striking
    stunning stunningly stupid stupidity sublime sumptuous superb superbly superhuman syrupy tact
    tasteless tedious tedium tender tenderness tense terrible terribly terrific terrifying thrilling
    timeless tiresome toothless touching trash travesty tremendous trite triumph turgid turkey ugly
    unbearable unbelievable uncompromising unconvincing underwhelming underwritten uneven unforgettable
    unfunny uninspired unintentional uninteresting unique unsettling unwatchable vapid visceral vivid
    waste wasted wise wiser wisest witty wonderful wonderfully wondrous wooden worst yawn
    """.split()
)
"""Words that praise or blame by themselves."""

MILD = frozenset(
    """
    accomplished admirable admire affecting ambitious atmosphere atmospheric authentic authenticity bad
    badly beats believable best best-looking better bleak brave calm careful careless charm clichéd cold
    comic complex confident confusing convinced convincing convincingly cosy courage cozy cruel dark
    decent deep deeper depth dislike disliked dry dumb effective effectively energetic energy enjoy
    enjoyable enjoyed entertained entertaining exact exciting fail failed fails fault faults fine flaw
    flawed flaws fresh fun funnier funniest funny glad good good-looking grand great greatest grim
    handsome harsh hate hates heavy honest honesty humane hurts impressed impressive improvement improves
    intelligent interesting intimate intriguing irony lacking lacks lean less likeable liked lovable love
    loved lovely loves magical masterly mature memorable mess mild mistake moody natural nice odd overdone
    paced painful patience patient perfectly plausible pleasant pleased pleasure poor poorly praise
    precise problem promising quiet quietly quirky realism realistic recommend recommended restrained
    restraint rich rushed sad saddest safe satisfying sentimental serious sharp silly simple slick slow
    slower smart solid special spell strange strong stronger strongest stubborn stylish subtle subtlety
    succeeds successful sucks suffers superior surprise surprised surprising surprisingly suspense
    suspenseful tedious tension thin thoughtful thrills tired unbelievably uncomfortable unexpected unfair
    unlikely unnecessary unusual warm warmth weak weaker weakest weakness weird well well-acted well-made
    well-written wit worse worth worthwhile worthy wrong
    """.split()
)
"""Words that judge where they stand beside what belongs to a film."""

FILM = frozenset(
    """
    accent act acted acting action actor actors actress actresses adaptation animated animation art
    artistry atmosphere audience biopic blockbuster budget camera camerawork cast casting cgi character
    characters chase chases chemistry choreography cinema cinematic cinematographer cinematography cliche
    cliches cliché clichés comedies comedy concept costume costumes cut cuts debut dialogue dialogues
    directed directing direction director directors documentary drama dramas edited editing editor effects
    entertainment explosion explosions expression face faces fight fights film filmed filmmaker filmmakers
    filmmaking films flick flicks frame frames franchise gag gags genre hero heroine horror humor humour
    imagery joke jokes lead leads lighting line lines masterpiece monologue mood movie movies music
    musical musicals narration narrative narrator opening pace paced pacing performance performances
    photographed photography picture pictures plot plotting premise prequel production protagonist
    punchline reboot remake role roles romcom saga scare scares scene scenes score screen screenplay
    screenwriter script scripted sequel sequels sequence sequences sets setting shot shots song songs
    sound soundtrack story storytelling stunt stunts suspense tension theme thriller thrillers tone
    trilogy tropes viewer viewers villain villains visually visuals voice voices western westerns writer
    writers writing written
    """.split()
)
"""What belongs to a film."""

WATCHING = frozenset(
    """
    credits disc hour hours minutes popcorn rewatch runtime saw screening seat seats see seen sequel
    theater theatre ticket trailer viewing watch watched watching
    """.split()
)
"""What one does to see it, and where."""

CRAFT = frozenset(
    """
    capture captures carries conveys delivered delivers directs embodies embodying evokes gives outdoes
    outshines overacts played playing plays portrayal portrayed portraying portrays shines shoots shot
    steals wrote
    """.split()
)
"""What those do who make a film: a name beside it is no plot."""

REACTIONS = frozenset(
    """
    afraid applauded asleep begged begging bored breath breathe breathless cheered cried cringed cry
    envied exhausted fidgeted flinched forgot gasped goosebumps grinned hooked hoping jumped laugh laughed
    laughing longing moved praying regret regretted rolled rooting scared screamed shaken shiver shivered
    slept smiled sobbed speechless squirmed stunned tears walked wanted wept winced wished yawned
    """.split()
)
"""What films do to those who watch them."""

PLOT = frozenset(
    """
    accomplish agrees arrested attempts baby befriended befriends begins boss boss's boyfriend brother
    cocaine con confronts convict cop cops cousin crime criminal criminals dad daughter dealer death
    deaths debt debts decided decides detective died dies discovered discovers divorced drug drugs earns
    escaped escapes ex-con father fathered finds follows forced gang gangster gangsters girlfriend gun
    heist heroin hired hires husband inherits jail kidnapped kidnapping kidnaps killed killing kills
    learns lives mafia married marries meets mother moves murder murdered murders owes plans police
    pregnant prison proves proving pusher released returned returns revealed reveals revenge robber
    robbery seduces seeking seeks sets sidekick sister son struggles struggling suicide thief travels
    tries trying uncle wants wife works
    """.split()
)
"""What people in films do and are: a few of them together retell a plot."""

PEOPLE = frozenset(
    """
    actor actors actress actresses anybody anyone audience audiences both boy boys brother cast character
    characters child children cinematographer colleague composer cop couple critic critics daughter
    detective director directors each editor everybody everyone family fan fans father filmmaker
    filmmakers friend friends girl girls hero heroine husband i inspector kid kids king lead lovers man me
    men mine mother my neighbor neighbour nobody one parents people performers person players protagonist
    queen sister soldier soldiers somebody someone son star stars stranger strangers students teenagers
    three two us viewer viewers villain villains we who whoever wife woman women writer writers
    """.split()
)
"""Whom `he`, `she` or `they` may be."""

HE = frozenset(
    """
    he her hers herself him himself his she
    """.split()
)
THEY = frozenset(
    """
    their theirs them themselves they
    """.split()
)

LEANING = frozenset(
    """
    add afterwards again also although and another anyway anyways apparently basically because besides
    both but compared cons consequently edit either especially even eventually ever finally first firstly
    furthermore granted he hence her here hers herself him himself his hopefully however indeed instead
    its itself lastly later like likewise literally maybe meanwhile moreover mostly needlessly neither
    nevertheless next no none nonetheless nope nor not note now oh ok okay only or others otherwise
    particularly perhaps plus pros ps same second secondly she similarly since so soon speaking still such
    suddenly sure that their theirs them then therefore these they third thirdly those though thus too
    true unlike until warning well whenever where whereas which who whom whose yeah yep yes yet
    """.split()
)
"""First words of a sentence that go on from the one before."""

WHOLE_FILMS = frozenset(
    """
    blockbuster cinema comedy documentary drama film films flick masterpiece movie movies performance
    picture prequel remake sequel sequels thriller trilogy watch western
    """.split()
)
"""What a whole film is."""

ENGLISH = frozenset(
    """
    a about after all an and are as at be because been before but by can do does doesn't don't even ever
    every for from had has have he her his how i i'm if in into is isn't it it's its just like me more
    most much my never no not nothing of on one only or our see she so than that the their there they this
    though to too very was wasn't we well were what when where which while who will with without would you
    your
    """.split()
)
"""Words of which every English sentence has some."""

WATCHERS = frozenset(
    """
    audience cinema daughter everybody everyone friend friends husband i me my nobody son sons theater
    theatre us we wife
    """.split()
)
"""Those who watch."""

YOU = frozenset(
    """
    grown-ups us you you'd you'll you're you've your yourself
    """.split()
)
"""Whom a review speaks to."""
