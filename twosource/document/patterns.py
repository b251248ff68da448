"""By which words do page furniture, links and captions give themselves away?

Closed lists of the labels that content systems and agencies print; every pattern is anchored at the line's start or end,
so that a sentence that merely mentions a newsletter stays a sentence.
"""

import re

from twosource.document.publication import DAY_MONTH

RELATED_LABEL = (
    r"(?:read\s+(?:more|also|next|this|too)(?:\s+(?:on|about|from)\s+[^:\n]{2,40})?|also\s+read|see\s+(?:also|more)"
    r"|more\s+stories\s+(?:you|from|for)\b[^:\n]{0,30}|more\s+(?:on\s+this(?:\s+story)?|stories|news|coverage|reading)"
    r"|related(?:\s+(?:articles?|stor(?:y|ies)|news|content|topics?|links?|coverage|posts?|reading))?|further\s+reading"
    r"|recommended(?:\s+(?:stories|reading|for\s+you))?"
    r"|don['’]t\s+miss|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|most\s+(?:read|popular|viewed)"
    r"|editor['’]?s['’]?\s+picks?|trending(?:\s+now)?"
    r"|watch(?:\s+(?:more|also|now|live))?|listen|in\s+pictures|go\s+deeper|dig\s+deeper|up\s+next|explore\s+more"
    r"|lire\s+aussi|à\s+lire(?:\s+aussi)?|lea\s+también|leer\s+más|te\s+puede\s+interesar|lesen\s+sie\s+(?:auch|mehr)"
    r"|mehr\s+zum\s+thema|leggi\s+anche|leia\s+(?:também|mais)|lees\s+ook)"
)
RELATED_ALONE = re.compile(rf"^[\W_]*{RELATED_LABEL}\s*[:>»…]*$", re.IGNORECASE)
"""A label over a list of headlines."""
RELATED_INLINE = re.compile(
    rf"^[\W_]*(?:{RELATED_LABEL}\s*[:|»>]\s*\S|(?-i:READ (?:MORE|ALSO|NEXT)|ALSO READ|RELATED|SEE ALSO|WATCH"
    rf"|LISTEN)\s+[-–—]?\s*\S)",
    re.IGNORECASE,
)
"""A label with its headline on the same line."""
RELATED_GLUED = re.compile(
    r"(?<=[.!?”\"’]) +(?:(?i:read\s+(?:more|also|next)|also\s+read|see\s+also|related(?:\s+(?:article|story|stories|news))?))\s*:"
    r"\s+(?:[\w’'$€£-]\S*\s+){2,24}\S*[^\s.!?]$"
)
"""A label with its headline behind the last sentence of a paragraph, where the line breaks are lost."""

BOILERPLATE = re.compile(
    r"""^[\W_]*(?:
      (?:copyright\s+(?:©|\(c\)|\d{4}|(?-i:[A-Z]))|copyright$|©|\(c\)\s*\d{4}|all\s+rights\s+reserved)
    | .{0,60}(?:©\s*|\bcopyright\s+(?:©\s*)?|\(c\)\s*)\d{4}\b.{0,120}$
    | .{0,120}\ball\s+rights\s+reserved\W*.{0,80}$
    | this\s+material\s+may\s+not\s+be\s+(?:published|reproduced)
    | (?:this|the)\s+(?:article|story|piece|post|report|content|version)\s+(?:was|has\s+been|is)\s+(?:first\s+
        |originally\s+|also\s+)*
        (?:published|appeared|republished|posted|updated|corrected|amended|produced|provided|translated|syndicated)
    | (?:this|the)\s+(?:article|story|piece)\s+(?:first\s+|originally\s+)+(?:appeared|ran)
    | (?:sign|signing)\s+up\s+(?:for|to|here|now|today)\b
    | (?:to\s+)?subscribe(?:\s+(?:to|now|here|today|for|by))?\b(?!\s*[a-z]*ed\b)
    | get\s+(?:daily|weekly|regular)\s+(?:updates|news|emails?)\b
    | copy\s+link(?:\s+copy)?$
    | get\s+(?:the\s+latest|breaking\s+news|our\s+(?:free\s+)?(?:daily|weekly|newsletter|app)|more\s+(?:stories
        |news)\s+(?:like|from))
    | (?:follow|like|join|find)\s+(?:us|@?\w+(?:\s\w+)?)\s+on\s+(?:facebook|twitter|x\b|instagram|youtube|telegram
        |whatsapp|linkedin|tiktok|google|threads|bluesky|social)
    | (?:share|tweet|print|email|e-mail|comments?|copy\s+link|save|bookmark|reprints?|listen\s+to\s+this\s+(?:article
        |story)|font\s+size|text\s+size)(?:\s+\(?\d+\)?)?$
    | share\s+(?:this|on|via|with)\b.{0,60}$
    | (?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|email|messenger|instagram|print|copy\s+link
        |x)(?:[\s,|/·•]+(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|email|messenger|instagram|print
            |copy\s+link|x|share))*$
    | (?:advertisement|advertising|sponsored(?:\s+content)?|ad|promoted|paid\s+post)(?:\s+-\s+(?:story
        |article)\s+continues\s+below.*)?
          (?:\s+continue\s+reading(?:\s+the\s+main\s+story)?)?$
    | (?:story|article)\s+continues\s+(?:below|after)
    | (?:continue|keep)\s+reading(?:\s+(?:below|the\s+main\s+story))?\W*$
    | skip\s+(?:to|past|advertisement)\b.{0,60}$
    | (?:we|this\s+(?:site|website|page))\s+uses?\s+cookies
    | by\s+(?:continuing|clicking|signing|subscribing|using)\b.{0,60}\byou\s+(?:agree|accept|consent)
    | (?:leave|post|add|write)\s+a\s+(?:comment|reply)
    | (?:view|show|read|see)\s+(?:all\s+)?(?:\d+\s+)?comments?
    | comments?\s+(?:are\s+closed|on\s+this\s+story)
    | (?:please\s+)?(?:log|sign)\s+in\s+(?:to|or)\b
    | (?:please\s+)?enable\s+(?:javascript|cookies)
    | (?:privacy\s+policy|terms\s+(?:of|and)\s+(?:use|service|conditions))\W*.{0,60}$
    | click\s+here\b
    | (?:download|get)\s+(?:the|our)\s+.{0,30}\bapp\b
    | our\s+standards\s*: | (?:the\s+)?opinions\s+expressed\s+(?:here|in\s+this)\b
    | (?:do\s+you\s+have|have\s+you\s+got|got)\s+a\s+(?:news\s+)?(?:story|tip)\b
    | (?:contact|reach|e-?mail)\s+(?:the\s+)?(?:author|reporter|editor|us|newsroom|him|her)\s+(?:at|on|via|by)\b
    | (?:estimated\s+)?reading\s+time\b | \d+\s+min(?:ute)?s?\s+read$
    | loading\b\W*$ | error\W*$ | back\s+to\s+top$ | \#{3,}$ | -30-$ | [*_=~.\s-]{3,}$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_BOILERPLATE = 60
"""Words; a longer line is a paragraph whatever it begins with."""

FORM = re.compile(
    r"(?:newsletter\s+sign[\s-]?up|not\s+a\s+robot|invalid\s+e-?mail\s+address|select\s+a\s+newsletter"
    r"|thank\s+you\s+for\s+subscribing|e-?mail\s+preferences|special\s+offers\s+(?:for|from))",
    re.IGNORECASE,
)
"""What the form says that asks for an address; two of these in one paragraph make it furniture, however long it is."""

CAPTION_MARKED = re.compile(
    r"""^[(\[]?(?:
      (?:file\s+)?(?:photo|image|picture|photograph|illustration|graphic|map|chart|video|caption|pic|foto|bild
          |imagen)s?(?:\s+(?:credit|caption|by|courtesy|via|source|copyright|caption))?\s*:\s*\S
    | (?:image|media|photo)\s+(?:caption|copyright|credit|source)\b
    | (?:photo|image|picture|photograph|illustration)s?\s+(?:by|courtesy(?:\s+of)?|via|from)\s+[A-Z@]
    | file\s*(?:photo|pic(?:ture)?|image)?\s*[-–—:|]\s*\S | file\s+(?:photo|picture|image)\b
    | enlarge\s+(?:this\s+)?image | (?:toggle|hide|show)\s+caption
    | (?:photo|image)\s*[|/]\s*\S
    | (?:photos?|images?|pictures?|video|gallery)$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
CAPTION_CREDIT = re.compile(
    r"(?:/|\bvia\s+|\(|\s|^)(?:getty(?:\s+images)?|shutterstock|istock|unsplash|wikimedia\s+commons|flickr|(?:ap|epa"
    r"|afp|reuters|ap\s+photo|afp\s+photo|epa-efe)(?:\s+(?:photo|images?))?(?=/)|zuma\s+press)"
    r"(?:/[\w .&'’-]{2,40})*\s*[)\]]?\.?$"
    r"|\(\s*(?:ap|afp|reuters|epa)?\s*(?:file\s+)?(?:photo|image|picture|courtesy|credit|source(?=\s*:))s?\b[^)]{0,80}\)\.?$"
    r"|\b(?:ap|afp|epa|reuters)\s+photo(?:/[\w .'’-]{2,40})?\)?\.?$"
    r"|/\s?(?:ap|afp|epa|reuters|associated\s+press)\)?\.?$"
    r"|\((?:ap|afp|epa|reuters)/\w+\)$|\S\s*©\s?[^\W\d_][\w .'’-]{1,40}(?:\([\w/ -]+\))?$",
    re.IGNORECASE,
)
LONGEST_CAPTION = 60
"""Words, of a line that ends in a picture's credit; an extractor that drops line breaks puts one behind a whole article."""
LONGEST_MARKED = 80
"""Words, of a line that begins with a picture's label."""
BRACKETED = re.compile(r"^\[(?:[^\[\]]*\s){3,}[^\[\]]*[^\[\].!?]\]$")
"""A link set between paragraphs in square brackets."""
RELATED_TAIL = re.compile(r"[^.!?…]\s+(?:Read|Learn|See) more\s*[»›>…]*$")
POSTED = re.compile(r"^<|https?://|pic\.twitter\.com|\(@\w+\)|(?:^|\s)#\w+\s+#\w+")
"""Marks of an embedded post, which is somebody's statement whatever it looks like."""

DATE_AT_END = re.compile(
    rf"(?:\b(?:on|in|of|since)\s+|,\s+)(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    rf"|Sunday)(?:,?\s+{DAY_MONTH})?(?:,?\s+\d{{4}})?|{DAY_MONTH}(?:,?\s+\d{{4}})?|(?:[A-Z]\w+\s+)?(?:19|20)\d\d)$"
)
PICTURED = re.compile(
    r"\b(?:pictured|seen\s+(?:here|in|on|at|from|with)|shown\s+(?:here|in)|in\s+(?:this|an?)\s+(?:\w+\s+)?(?:photo"
    r"|picture|image|photograph)|from\s+left|poses?\s+(?:for|with)|looks?\s+on|gestures?)\b"
    r"|[(,]\s*(?:left|right|centre|center|[LRC])\s*[,)]",
    re.IGNORECASE,
)
EXPECTED = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+\s+){1,3}(?:(?:is|are|was|were|has|have|had)\s+(?:been\s+)?[a-z]+(?:ed|en|ing|wn|ne|id|et|ld"
    r"|nt)|(?:speaks|arrives|attends|addresses|meets|walks|stands|holds|waves|shakes|visits|delivers|speak|arrive"
    r"|attend|address|meet|walk|stand|hold|wave|react|gather)(?:\s|$))"
)
"""A full name with a verb right behind it, as captions put it: "Jane Roe is expected to", "Jane Roe speaks at"."""
THING = re.compile(
    r"^(?:An?|The|Two|Three|Four|Five|Some|Several|People|Men|Women|Children|[A-Z][a-z]+(?:s|men|people))\s+(?:[\w’'-]+\s+){0,3}?"
    r"[a-z]{2,}ing\s"
    r"|^(?:An?|Two|Three|Four|Five|Some|Several)\s+(?:[\w’'-]+\s+){0,4}?(?:[a-z]+ed|seen|near|outside|inside|after|during|amid)\s"
)
"""A thing or group with a participle or a place: "A burnt bus outside", "Firefighters carrying"."""

BYLINE = re.compile(
    r"^(?:By|BY|by|Von|Por|Par|Di|Door)\s*:?\s+(?P<names>[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:(?:de|van|von|der|den|da|di|al|bin"
    r"|el|la|le|du|ten|ter)\s+)*[A-ZÀ-Þ][\w.’'-]*){0,4}"
    r"(?:\s*(?:,|and|&|und|y|et|e)\s+[A-ZÀ-Þ][\w.’'-]*(?:\s+[A-ZÀ-Þ][\w.’'-]*){0,4})*)(?P<rest>\s*(?:[,|/•·(–—-].{0,80})?)$"
)
BARE_NAME = re.compile(
    r"^(?P<names>[A-ZÀ-Þ][\w.’'-]+(?:\s+(?:(?:de|van|von|der|da|di|al|bin|el|la|le)\s+)?[A-ZÀ-Þ][\w.’'-]*){1,3})$"
)
"""A reporter's name on a line by itself; only where a date or a credit stands beside it."""
NAME_OUTLET = re.compile(
    r"^(?P<names>[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,3})\s*(?:,|\||/|·|•"
    r"|in\s+[A-Z][a-z]+,?\s+for)\s*(?:(?P<role>(?:[\w-]+\s+){0,3}(?:correspondent|reporter|editor|staff|writer|bureau"
    r"|chief))\b.{0,50}"
    r"|(?P<outlet>(?:[A-Z][\w.&’'-]*\s+){0,4}(?:News|Times|Post|Press|Herald|Tribune|Journal|Gazette|Telegraph|Guardian"
    r"|Mail|Observer|Chronicle|Reuters|AFP|TV|Radio|Daily|Newspaper|Today|Online|Media)|[\w-]+\.(?:com|org|net|ca|co\.uk|[a-z]{2})))$"
)
