"""Words of praise and blame, and the words that turn them round."""

from __future__ import annotations

from bot.language.senses import sense

_PRAISE = """
good great excellent amazing awesome brilliant wonderful fantastic superb outstanding perfect fine nice
fascinating solid strong beautiful beautifully terrific incredible incredibly phenomenal stunning masterful
masterpiece magnificent impressive impressed love loved loves lovely best better enjoy enjoyed enjoyable
engaging engrossing compelling gripping powerful effective memorable unforgettable favourite favorite
superior improved improvement improves improve clever smart sharp subtle precise elegant rich deep depth
flawless flawlessly convincing believable authentic honest realistic moving touching affecting poignant
tender funny hilarious entertaining fun exciting thrilling tense intense suspenseful atmospheric original
unique fresh bold crisp crisper worth worthy recommend recommended glad pleasant like liked likes admire
admirable special spectacular finest extraordinary mesmerizing hypnotic haunting gorgeous handsome exquisite
professional passionate talent talented gifted charming charm warm relish wise wiser generous interesting
intriguing important successful succeed succeeds succeeded works work well top form praise goosebumps magic
magical delight delightful genius mature sublime remarkable striking satisfying cohesive considered
surprising surprisingly bravo win winner standout immaculate immersive right scary terrifying frightening
chilling astonishing tact suitable discovery owns steals crush priceless laughed sobbed cried thrilled
surprised positively happy heartbreaking lean worthwhile splendid stellar marvellous marvelous sensational
exceptional fabulous treasure breathtaking faultless joy magnetic commanding charismatic riveting sumptuous
lush impeccable exemplary dazzling fantastically brilliantly superbly wonderfully perfectly
"""
_BLAME = """
bad badly terrible horrible awful poor poorly weak weaker weakest disappointing disappointed disappointment
boring bored boredom dull tedious dreary drag drags dragged slow sluggish stupid silly ridiculous worst
worse waste wasted pointless pretentious predictable cliche cliched overrated annoying irritating unbearable
unwatchable forgettable flat lazy mess messy confusing confused incoherent unconvincing unrealistic fake
contrived amateur amateurish hate hated hates dislike disliked fail fails failed failure flaw flawed flaws
lack lacks lacking lose loses lost mediocre average meh uninteresting unappealing unlikeable thin shallow
cheap cheat mistake wrong problem problems ruin ruins ruined painful ugly crap rubbish trash garbage awkward
clumsy disgusting overlong too unfortunately sadly annoyed asleep slept sleepy repetitive hollow
envied regret misleading loud restless shaky chased mumbles mumble hole holes long inferior unnecessary
needless needlessly sink sinks forgotten yawn skip avoid terribly damp worn tired unfunny repetition preachy
fault complain minus harmed dour letdown wooden stiff dire dreadful atrocious abysmal lifeless
bland lame laughable cheesy sloppy unintelligible overbearing grating cringeworthy stilted generic cardboard
amateurishly horrendous woeful dismal inept intrusive pathetic
"""
TURNERS = frozenset(
    """not no never without hardly barely scarcely neither nor none nothing isnt arent wasnt werent dont
    doesnt didnt cant cannot couldnt wouldnt shouldnt wont hasnt havent hadnt aint nobody lacks lack
    lacking prevent prevents prevented avoid avoids avoided less least free far""".split()
)
PRAISE = frozenset(map(sense, _PRAISE.split()))
BLAME = frozenset(map(sense, _BLAME.split())) - PRAISE
