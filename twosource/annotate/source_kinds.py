"""Of which kind is a source, by the noun that names it?

Closed lists of nouns, written from AP's and Reuters' handbooks on sourcing and FrameNet's frames People_by_role, Text and
Organization: unnamed people, documents, news organisations and their reporters, institutions that speak.

Known failures: a newspaper whose name holds none of the usual words is taken for an institution, unless it is the
article's own outlet, "reported", or wrote something "citing" somebody.
"""

import re

from twosource.values.names import word_set

UNNAMED = word_set(
    "official source aide adviser advisor person people man woman witness resident critic expert analyst observer activist "
    "supporter opponent voter lawmaker senator congressman diplomat executive employee worker staffer insider strategist "
    "economist researcher scientist scholar historian lawyer attorney prosecutor investigator officer soldier commander "
    "fighter rebel militant protester demonstrator villager neighbor neighbour relative friend family parent mother father "
    "brother sister son daughter survivor victim doctor nurse medic teacher student passenger driver trader investor farmer "
    "politician leader member one some many most other several those democrat republican conservative liberal progressive "
    "american operative donor veteran delegate candidate respondent detective pollster proponent advocate pundit commentator "
    "viewer reader user fan teenager boy girl child wife husband colleague associate assistant counsel negotiator bartender "
    "shopkeeper refugee migrant everyone somebody someone nobody participant attendee consumer customer owner manager boss "
    "striker unionist minister deputy engineer sailor pilot fisherman miner policeman policewoman firefighter rescuer "
    "paramedic captive prisoner detainee hostage inmate defendant plaintiff judge juror bystander onlooker pedestrian "
    "commuter tourist guest host insurgent guerrilla separatist loyalist defector general colonel captain sergeant guard "
    "agent spy envoy ambassador professor academic specialist technician seismologist geologist meteorologist epidemiologist "
    "physician surgeon billionaire businessman businesswoman celebrity actor actress writer author blogger anybody anyone all "
    "few both local national islander elder pastor priest monk cleric imam mayor governor councillor councilman councilwoman "
    "head founder baker butcher cook waiter clerk carpenter mechanic electrician welder builder docker cleaner porter gardener "
    "shepherd herder trucker cyclist motorist conductor midwife pharmacist dentist coroner magistrate warden keeper caretaker "
    "janitor librarian curator treasurer coordinator commissioner organiser organizer"
)
"""Nouns of people; without a name somebody unnamed, one or a class of people."""
ISSUED = word_set("statement communique communiqué letter release readout bulletin declaration notice circular message")
"""Documents that speak for whoever issued them."""
DOCUMENTS = word_set(
    "report poll survey study statement letter document law filing lawsuit suit complaint indictment affidavit email e-mail "
    "memo transcript record data statistic figure census research paper analysis review article book bill order rule ruling "
    "constitution treaty resolution agreement text message tweet post audit investigation finding evidence result estimate "
    "picture photo photograph polling average footage memoir manual chart map audio projection excerpt screenshot dossier "
    "warrant note file ad advertisement video tape recording release communique communiqué website page blog biography "
    "obituary schedule calendar log ledger receipt contract brief motion petition verdict rating index tally model plaque "
    "sign banner caption headline editorial column essay speech remark comment clip ballot platform"
)
MEDIA_NOUNS = word_set(
    "newspaper magazine broadcaster channel network outlet daily weekly tabloid media press radio television tv newswire wire"
)
REPORTERS = word_set("reporter journalist correspondent moderator anchor interviewer newscaster")
"""Whoever asks for a news organisation."""
MEDIA_NAME = re.compile(
    r"\b(?:Times|Post|Journal|News|Herald|Tribune|Guardian|Telegraph|Gazette|Chronicle|Observer|Globe|Register|Examiner|Press|"
    r"Standard|Mail|Magazine|Daily|Weekly|Radio|TV|Television|Broadcasting|Courier|Inquirer|Sentinel|Bulletin|Dispatch|Mirror|"
    r"Economist|Newsweek|Newswire|Broadcaster|Zeitung|Rundschau|Gazeta|Figaro|Corriere|NewsHour|"
    r"Reuters|Bloomberg|AFP|AP|BBC|CNN|NBC|CBS|ABC|MSNBC|NPR|PBS|CNBC|CBC|ITV|FT|WSJ|NHK|DPA|TASS|Tass|Interfax|Xinhua|ANSA|EFE|PTI|"
    r"Yonhap|Kyodo|Anadolu|IRNA|Fars|Tasnim|SANA|WAFA|RIA|RTÉ|RTE|Bernama|Antara|Lusa|Andina|Ukrinform|Belta|Rappler|Caixin|Nikkei|"
    r"Diario|Jornal|Gaceta|Noticias|Semanario|Prensa|Periódico|Nachrichten|Allgemeine|Tageblatt|Kurier|Echo|Argus|Advertiser|"
    r"Politico|POLITICO|Axios|Vox|Slate|Salon|ProPublica|Univision|Telemundo|Euronews|Meduza|Bellingcat|Buzzfeed|BuzzFeed|HuffPost|"
    r"Breitbart|Haaretz|Al Jazeera|Al-Jazeera|Deutsche Welle|Le Monde|Libération|El País|El Mundo|Clarín|La Nación|O Globo|Folha|"
    r"Der Spiegel|Spiegel|Die Welt|Bild|Fox News|Fox Business|Sky News|France 24|Channel 4|Global Times|"
    r"The (?:Hill|Nation|Atlantic|Independent|Sun|New Yorker|Intercept|Hindu|Age|Week|Star)|"
    r"[WK][A-Z]{2,3}(?:-TV|-FM)?(?= (?:radio|TV)))\b"
)
"""Words of which newspapers' and broadcasters' names are made, and the agencies and broadcasters known by a name alone."""
INSTITUTION_NOUNS = word_set(
    "government ministry department police army military navy force company firm corporation bank campaign court office "
    "administration committee commission council party union university hospital authority agency group organization "
    "organisation embassy state city county parliament congress senate house cabinet regime opposition association institute "
    "foundation center centre board bureau team club side alliance coalition service fund watchdog regulator spokesman "
    "spokeswoman spokesperson spokespeople kremlin palace presidency airline operator manufacturer maker nation country junta "
    "militia leadership municipality prosecution tribunal legislature consortium retailer utility carrier automaker carmaker "
    "wing brigade command headquarters secretariat mission delegation school college church charity nonprofit federation league "
    "chamber hall prefecture railway airport port treasury registry museum consulate coastguard observatory pac committee "
    "panel jury district republic kingdom"
)
CORPS = word_set(
    "coast border frontier national home civil republican revolutionary presidential palace royal state imperial municipal"
)
"""What stands before "guard" where it is a force and no single man: "the coast guard said"."""
SPOKESPEOPLE = word_set("spokesman spokeswoman spokesperson spokespeople")
_COUNTS = word_set(
    "percent % majority minority number group handful dozens hundreds thousands half third quarter lot couple rest share "
    "proportion dozen hundred thousand plurality"
)
"""Heads that only count: the noun behind their "of" says who."""


def counts_people(lemma: str, text: str) -> bool:
    """Whether a head noun only counts the people named behind it."""
    return lemma in _COUNTS or text.replace(",", "").isdigit()
