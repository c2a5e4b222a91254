// Written by test/tools/language-labels.mjs; do not edit.
// Language codes (ISO 639), English and own names: Unicode CLDR 48.0 by way of Intl
// (Unicode License v3). One language a row: its BCP 47 tag, then its other labels.
export const LANGUAGE_LABELS = `
aa|aar|afar
ab|abk|abkhazian
ae|ave|avestan
af|afr|afrikaans
ak|aka|fat|twi|akan
am|amh|amharic|አማርኛ
an|arg|aragonese
ar|ara|arb|arabic|العربية
as|asm|assamese|অসমীয়া
ast|asturian|asturianu
av|ava|avaric
ay|aym|ayr|aymara
az|aze|azj|azerbaijani|azərbaycan
ba|bak|bashkir|башҡорт
be|bel|belarusian|беларуская
bg|bul|bulgarian|български
bh|bhojpuri
bho|bih|भोजपुरी
bi|bis|bislama
bm|bam|bambara|bamanakan
bn|ben|bangla|বাংলা
bo|bod|tib|tibetan|བོད་སྐད་
br|bre|breton|brezhoneg
bs|bos|bosnian|bosanski
ca|cat|catalan|català
ce|che|chechen|нохчийн
ceb|cebuano
ch|cha|chamorro
ckb|central kurdish|کوردیی ناوەندی
co|cos|corsican
cr|cre|cwd|cree
crh|crimean tatar
cs|ces|cze|cz|czech|čeština
csb|kashubian
cu|chu|church slavic
cv|chv|chuvash|чӑваш чӗлхи
cy|cym|wel|welsh|cymraeg
da|dan|dk|danish|dansk
de|deu|ger|german|deutsch
doi|dgo|dogri|डोगरी
dsb|lower sorbian|dolnoserbšćina
dv|div|divehi
dz|adp|dzo|dzongkha|རྫོང་ཁ
ee|ewe|eʋegbe
el|ell|gre|gr|greek|ελληνικά
en|eng|english
eo|epo|esperanto
es|spa|castellano|spanish|español
et|ekk|est|estonian|eesti
eu|baq|eus|basque|euskara
fa|fas|per|pes|farsi|persian|فارسی
ff|fuc|ful|fula|pulaar
fi|fin|finnish|suomi
fil|tl|tgl|tagalog|filipino
fj|fij|fijian
fo|fao|faroese|føroyskt
fr|fra|fre|french|français
fur|friulian|furlan
fy|fry|western frisian|frysk
ga|gle|irish|gaeilge
gd|gla|scottish gaelic|gàidhlig
gl|glg|galician|galego
gn|grn|gug|guarani
gsw|swiss german|schwiizertüütsch
gu|guj|prp|gujarati|ગુજરાતી
gv|glv|manx|gaelg
ha|hau|hausa
haw|hawaiian|ʻōlelo hawaiʻi
he|iw|heb|hebrew|עברית
hi|hin|hindi|हिन्दी
ho|hmo|hiri motu
hr|hrv|scr|croatian|hrvatski
hsb|upper sorbian|hornjoserbšćina
ht|hat|haitian creole
hu|hun|hungarian|magyar
hy|arm|hye|armenian|հայերեն
hz|her|herero
ia|ina|interlingua
id|in|ind|indonesian|indonesia
ie|ile|interlingue
ig|ibo|igbo
ii|iii|sichuan yi|ꆈꌠꉙ
ik|esk|ipk|inupiaq
ilo|iloko
io|ido
is|ice|isl|icelandic|íslenska
it|ita|italian|italiano
iu|ike|iku|inuktitut
ja|jpn|jp|japanese|日本語
jv|jw|jav|jaw|javanese|jawa
ka|geo|kat|georgian|ქართული
kab|kabyle|taqbaylit
kg|kng|kon|kongo
ki|kik|kikuyu|gikuyu
kj|kua|kuanyama
kk|kaz|kz|kazakh|қазақ тілі
kl|kal|kalaallisut
km|khm|khmer|ខ្មែរ
kn|kan|kannada|ಕನ್ನಡ
ko|kor|korean|한국어
kok|gom|konkani|कोंकणी
kr|kau|knc|kanuri
ks|kas|kashmiri|کٲشُر
ku|kmr|kur|kurdish|kurdî (kurmancî)
kv|kom|kpv|komi
kw|cor|cornish|kernewek
ky|kir|kyrgyz|кыргызча
la|lat|latin
lb|ltz|luxembourgish|lëtzebuergesch
lg|lug|ganda|luganda
li|lim|limburgish
lij|ligurian|ligure
lmo|lombard
ln|lin|lingala|lingála
lo|lao|ລາວ
lt|lit|lithuanian|lietuvių
lu|lub|luba-katanga|tshiluba
lv|lav|lvs|latvian|latviešu
mai|maithili|मैथिली
mg|mlg|plt|malagasy
mh|mah|marshallese
mi|mao|mri|māori
mk|mac|mkd|macedonian|македонски
ml|mal|malayalam|മലയാളം
mn|drh|khk|mon|mongolian|монгол
mni|manipuri|মৈতৈলোন্
mr|mar|marathi|मराठी
ms|may|msa|zsm|malay|melayu
mt|mlt|maltese|malti
my|bur|mya|burmese|မြန်မာ
na|nau|nauru
nb|nob|bokmal|bokmål|norwegian bokmål|norsk bokmål
nd|nde|north ndebele|isindebele
nds|low german|neddersass’sch
ne|nep|npi|nepali|नेपाली
ng|ndo|ndonga
nl|dut|nld|dutch|nederlands
nl-BE|flemish|vlaams
nn|nno|nynorsk|norwegian nynorsk|norsk nynorsk
no|nor|norsk|norwegian
nr|nbl|south ndebele
nv|nav|navajo
ny|nya|nyanja
oc|oci|occitan
oj|ojg|oji|ojibwa
om|gaz|orm|oromo|oromoo
or|ori|ory|odia|ଓଡ଼ିଆ
os|oss|ossetic|ирон
pa|pan|punjabi|ਪੰਜਾਬੀ
pap|papiamento
pi|pli|pali
pl|pol|polish|polski
pms|piedmontese|piemontèis
ps|pbu|pus|pashto|پښتو
pt|por|portuguese|português
pt-BR|brazilian portuguese|português (brasil)
qu|que|quz|quechua|runasimi
rm|roh|romansh|rumantsch
rn|run|rundi|ikirundi
ro|mo|mol|ron|rum|romanian|română
ru|rus|на русском|по-русски|russian|русский
rup|aromanian
rw|kin|kinyarwanda|ikinyarwanda
sa|cls|san|sanskrit|संस्कृत भाषा
sah|yakut|саха тыла
sat|santali|ᱥᱟᱱᱛᱟᱲᱤ
sc|src|srd|sardinian|sardu
scn|sicilian|sicilianu
sco|scots
sd|snd|sindhi|سنڌي
se|sme|northern sami|davvisámegiella
sg|sag|sango|sängö
si|sin|sinhala|සිංහල
sk|slk|slo|slovak|slovenčina
sl|slv|slovenian|slovenščina
sm|smo|samoan
smn|inari sami|anarâškielâ
sn|sna|shona|chishona
so|som|somali|soomaali
sq|alb|als|sqi|albanian|shqip
sr|scc|srp|rs|serbian|српски
sr-Latn|sh|serbian (latin)|srpski (latinica)
ss|ssw|swati
st|sot|southern sotho|sesotho
su|sun|sundanese|basa sunda
sv|swe|swedish|svenska
sw|swa|swh|swahili|kiswahili
szl|silesian|ślōnski
ta|tam|tamil|தமிழ்
te|tel|telugu|తెలుగు
tet|tetum
tg|tgk|tajik|тоҷикӣ
th|tha|thai|ไทย
ti|tir|tigrinya|ትግርኛ
tk|tuk|turkmen|türkmen dili
tn|tsn|tswana|setswana
to|ton|tongan|lea fakatonga
tr|tur|turkish|türkçe
ts|tso|tsonga
tt|tat|tatar|татар
tw
ty|tah|tahitian
tyv|tuvinian|тыва
udm|udmurt
ug|uig|uyghur|ئۇيغۇرچە
uk|ukr|українською|ua|ukrainian|українська
ur|urd|urdu|اردو
uz|uzb|uzn|uzbek|o‘zbek
ve|ven|venda
vec|venetian|veneto
vi|vie|vn|vietnamese|tiếng việt
vo|vol|volapük
wa|wln|walloon
wo|wol|wolof
xh|xho|xhosa|isixhosa
yi|ji|ydd|yid|yiddish|ייִדיש
yo|yor|yoruba|èdè yorùbá
yue|cantonese|粵語
za|zha|zyb|zhuang|vahcuengh
zgh|standard moroccan tamazight|ⵜⴰⵎⴰⵣⵉⵖⵜ
zh|chi|cmn|zho|mandarin|cn|chinese|中文
zh-Hans|simplified chinese|chinese simplified|简体中文
zh-Hant|traditional chinese|chinese traditional|繁體中文
zu|zul|zulu|isizulu
`;
// Regions (ISO 3166; 001 is the world, 419 Latin America) and scripts (ISO 15924) that may follow a language.
export const REGIONS = "ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bu bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cs cu cv cw cx cy cz dd de dg dj dk dm do dy dz ea ec ee eg eh er es et eu ez fi fj fk fm fo fr fx ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu hv ic id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng nh ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa qo re rh ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz ta tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug uk um un us uy uz va vc vd ve vg vi vn vu wf ws xa xb xk yd ye yt yu za zm zr zw zz 001 150 419";
export const SCRIPTS = "latn cyrl arab hans hant hani deva grek hebr mong guru beng tfng ethi armn geor jpan kore thai";
