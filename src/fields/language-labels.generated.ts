// Written by test/tools/language-labels.mjs; do not edit.
// Language codes (ISO 639), English and own names: Unicode CLDR 48.0 by way of Intl
// (Unicode License v3). One language a row: its BCP 47 tag, then its other labels.
export const LANGUAGE_LABELS = `
aa|aar|afar
ab|abk|abkhazian
ace|acehnese
ach|acoli
ada|adangme
ady|adyghe
ae|ave|avestan
aeb|ajt|tunisian arabic
af|afr|afrikaans
afh|afrihili
agq|aghem
ain|ainu
ak|aka|fat|twi|akan
akk|akkadian
akz|alabama
ale|aleut
aln|gheg albanian
alt|southern altai
am|amh|amharic|አማርኛ
an|arg|aragonese
ang|old english
ann|obolo
anp|angika
ar|ara|arb|arabic|العربية
arc|aramaic
arn|mapuche
aro|araona
arp|arapaho
arq|algerian arabic
ars|najdi arabic|اللهجة النجدية
arw|arawak
ary|moroccan arabic
arz|egyptian arabic
as|asm|assamese|অসমীয়া
asa|asu|kipare
ase|american sign language
ast|asturian|asturianu
atj|atikamekw
av|ava|avaric
avk|kotava
awa|awadhi
ay|aym|ayr|aymara
az|aze|azj|azerbaijani|azərbaycan
ba|bak|bashkir|башҡорт
bal|bcc|baluchi
ban|balinese
bar|bavarian
bas|basaa|ɓàsàa
bax|bamun
bbc|batak toba
bbj|ghomala
be|bel|by|belarusian|беларуская
bej|beja
bem|bemba|ichibemba
bew|betawi
bez|bena|hibena
bfd|bafut
bfq|badaga
bg|bul|bulgarian|български
bgc|haryanvi|हरियाणवी
bgn|western balochi
bh|bhojpuri
bho|bih|भोजपुरी
bi|bis|bislama
bik|bcl|bikol
bin|bini
bjn|banjar
bkm
bla|siksiká
blo|anii|anii kagɩja
blt|tai dam
bm|bam|bambara|bamanakan
bn|ben|bangla|বাংলা
bo|bod|tib|tibetan|བོད་སྐད་
bpy|bishnupriya
bqi|bakhtiari
br|bre|breton|brezhoneg
bra|braj
brh|brahui
brx|bodo|बर’
bs|bos|bosnian|bosanski
bss|akoose
bua|bxr|buriat|буряад
bug|buginese
bum|bulu
byn|blin
byv|medumba
ca|cat|catalan|català
cad|caddo
car|carib
cay|cayuga
cch|atsam
ccp|chakma|𑄌𑄋𑄴𑄟𑄳𑄦
ce|che|chechen|нохчийн
ceb|cebuano
cgg|chiga|rukiga
ch|cha|chamorro
chb|chibcha
chg|chagatai
chk|chuukese
chm|mhr|mari
chn|chinook jargon
cho|choctaw
chp|chipewyan
chr|cherokee|ꮳꮃꭹ
chy|cheyenne
cic|chickasaw
ckb|central kurdish|کوردیی ناوەندی
clc|chilcotin
co|cos|corsican
cop|coptic
cps|capiznon
cr|cre|cwd|cree
crg|michif
crh|crimean tatar
crj|southern east cree
crk|plains cree
crl|northern east cree
crm|moose cree
crr|pmk|carolina algonquian
crs|seselwa creole french
cs|ces|cze|cz|czech|čeština
csb|kashubian
csw|swampy cree|ᓀᐦᐃᓇᐍᐏᐣ
cu|chu|church slavic
cv|chv|chuvash|чӑваш чӗлхи
cy|cym|wel|welsh|cymraeg
da|dan|dk|danish|dansk
dak|dakota
dar|dargwa
dav|taita|kitaita
de|deu|ger|german|deutsch
del|umu|delaware
den|xsl|slave
dgr|dogrib
din|dik|dinka
dje|zarma|zarmaciine
doi|dgo|dogri|डोगरी
dsb|lower sorbian|dolnoserbšćina
dtp|ktr|kzj|kzt|tdu|central dusun
dua|duala|duálá
dum|middle dutch
dv|div|divehi
dyo|jola-fonyi|joola
dyu|dyula
dz|adp|dzo|dzongkha|རྫོང་ཁ
dzg|dazaga
ebu|embu|kĩembu
ee|ewe|eʋegbe
efi|efik
egl|emilian
egy|ancient egyptian
eka|ekajuk
el|ell|gre|gr|greek|ελληνικά
elx|elamite
en|eng|gb|us|english
enm|middle english
eo|epo|esperanto
es|spa|castellano|spanish|español
esu|central yupik
et|ekk|est|estonian|eesti
eu|baq|eus|basque|euskara
ewo|ewondo
ext|extremaduran
fa|fas|per|pes|farsi|ir|persian|فارسی
fan|fang
ff|fuc|ful|fula|pulaar
fi|fin|finnish|suomi
fil|tl|tgl|tagalog|filipino
fit|tornedalen finnish
fj|fij|fijian
fo|fao|faroese|føroyskt
fon
fr|fra|fre|french|français
frc|cajun french
frm|middle french
fro|old french
frp|arpitan
frr|northern frisian
frs|eastern frisian
fur|friulian|furlan
fy|fry|western frisian|frysk
ga|gle|irish|gaeilge
gaa|gã
gag|gagauz
gan|gan chinese
gay|gayo
gba|gya|gbaya
gbz|zoroastrian dari
gd|gla|scottish gaelic|gàidhlig
gez|geez
gil|gilbertese
gl|glg|galician|galego
glk|gilaki
gmh|middle high german
gn|grn|gug|guarani
goh|old high german
gon|gno|gondi
gor|gorontalo
got|gothic
grb|gbo|grebo
grc|ancient greek
gsw|swiss german|schwiizertüütsch
gu|guj|prp|gujarati|ગુજરાતી
guc|wayuu
gur|frafra
guz|gusii|ekegusii
gv|glv|manx|gaelg
gwi|gwichʼin
ha|hau|hausa
hai|hdn|haida
hak|hakka chinese
haw|hawaiian|ʻōlelo hawaiʻi
hax|southern haida
he|iw|heb|il|hebrew|עברית
hi|hin|hindi|हिन्दी
hif|fiji hindi
hil|hiligaynon
hit|hittite
hmn|hea|hmong
hnj|hmong njua
ho|hmo|hiri motu
hr|hrv|scr|croatian|hrvatski
hsb|upper sorbian|hornjoserbšćina
hsn|xiang chinese
ht|hat|haitian creole
hu|hun|hungarian|magyar
hup|hupa
hur|halkomelem
hy|arm|hye|armenian|հայերեն
hz|her|herero
ia|ina|interlingua
iba|blg|snb|iban
ibb|ibibio
id|in|ind|indonesian|indonesia
ie|ile|interlingue
ig|ibo|igbo
ii|iii|sichuan yi|ꆈꌠꉙ
ik|esk|ipk|inupiaq
ikt|western canadian inuktitut
ilo|iloko
inh|ingush
io|ido
is|ice|isl|icelandic|íslenska
it|ita|italian|italiano
iu|ike|iku|inuktitut
izh|ingrian
ja|jpn|jp|japanese|日本語
jam|jamaican creole english
jbo|lojban
jgo|ngomba|ndaꞌa
jmc|machame|kimachame
jpr|judeo-persian
jrb|aju|judeo-arabic
jut|jutish
jv|jw|jav|jaw|javanese|jawa
ka|geo|kat|georgian|ქართული
kaa|kara-kalpak
kab|kabyle|taqbaylit
kac|kachin
kaj|jju
kam|kamba|kikamba
kaw|kawi
kbd|kabardian
kbl|kanembu
kcg|tyap
kde|makonde|chimakonde
kea|kabuverdianu
kek|qʼeqchiʼ
ken|kenyang
kfo|koro
kg|kng|kon|kongo
kgp|kaingang|kanhgág
kha|khasi
kho|khotanese
khq|koyra chiini|koyra ciini
khw|khowar
ki|kik|kikuyu|gikuyu
kiu|kirmanjki
kj|kua|kuanyama
kk|kaz|kz|kazakh|қазақ тілі
kkj|kako|kakɔ
kl|kal|kalaallisut
kln|spy|kalenjin
km|khm|khmer|ខ្មែរ
kmb|smd|kimbundu
kn|kan|kannada|ಕನ್ನಡ
ko|kor|korean|한국어
koi|komi-permyak
kok|gom|konkani|कोंकणी
kos|kosraean
kpe|xpe|kpelle
kr|kau|knc|kanuri
krc|karachay-balkar
kri|krio
krj|kinaray-a
krl|karelian
kru|kxl|kurukh
ks|kas|kashmiri|کٲشُر
ksb|shambala|kishambaa
ksf|bafia|rikpa
ksh|colognian|kölsch
ku|kmr|kur|kurdish|kurdî (kurmancî)
kum|kumyk
kut|kutenai
kv|kom|kpv|komi
kw|cor|cornish|kernewek
kwk|kwakʼwala
kxv|kuvi
ky|kir|kyrgyz|кыргызча
la|lat|latin
lad|ladino
lag|langi|kɨlaangi
lah|pnb|western panjabi
lam|lamba
lb|ltz|luxembourgish|lëtzebuergesch
lez|lezghian
lfn|lingua franca nova
lg|lug|ganda|luganda
li|lim|limburgish
lij|ligurian|ligure
lil|lillooet
liv|livonian
lkt|lakota|lakȟólʼiyapi
lmo|lombard
ln|lin|lingala|lingála
lo|lao|ລາວ
lol|mongo
lou|louisiana creole
loz|lozi
lrc|northern luri|لۊری شومالی
lsm|saamia
lt|lit|lithuanian|lietuvių
ltg|latgalian
lu|lub|luba-katanga|tshiluba
lua|luba-lulua
lui|luiseno
lun|lunda
luo|dholuo
lus|mizo
luy|bxk|luyia|luluhia
lv|lav|lvs|latvian|latviešu
lzh|literary chinese
lzz|laz
mad|madurese
maf|mafa
mag|magahi
mai|maithili|मैथिली
mak|makasar
man|emk|mandingo
mas|masai|maa
mde|maba
mdf|moksha
mdr|mandar
men|mende
mer|meru|kĩmĩrũ
mfe|morisyen|kreol morisien
mg|mlg|plt|malagasy
mga|middle irish
mgh|makhuwa-meetto|makua
mgo|metaʼ
mh|mah|marshallese
mi|mao|mri|māori
mic|mi'kmaw
min|minangkabau
mk|mac|mkd|macedonian|македонски
ml|mal|malayalam|മലയാളം
mn|drh|khk|mon|mongolian|монгол
mnc|manchu
mni|manipuri|মৈতৈলোন্
moe|innu-aimun
moh|mohawk
mos|mossi
mr|mar|marathi|मराठी
mrj|western mari
ms|may|msa|zsm|malay|melayu
mt|mlt|maltese|malti
mua|mundang|mundaŋ
mul|multiple languages
mus|muscogee
mwl|mirandese
mwr|dhd|marwari
mwv|mentawai
my|bur|mya|burmese|မြန်မာ
mye|myene
myv|erzya
mzn|mazanderani|مازرونی
na|nau|nauru
nan|min nan chinese
nap|neapolitan
naq|nama|khoekhoegowab
nb|nob|bokmal|bokmål|norwegian bokmål|norsk bokmål
nd|nde|north ndebele|isindebele
nds|low german|neddersass’sch
ne|nep|npi|nepali|नेपाली
new|newari
ng|ndo|ndonga
nia|nias
niu|niuean
njo|ao naga
nl|dut|nld|dutch|nederlands
nl-BE|flemish|vlaams
nmg|kwasio
nn|nno|nynorsk|norwegian nynorsk|norsk nynorsk
nnh|ngiemboon|shwóŋò ngiembɔɔn
no|nor|norsk|norwegian
nog|nogai
non|old norse
nov|novial
nqo|n’ko|ߒߞߏ
nr|nbl|south ndebele
nso|northern sotho|sesotho sa leboa
nus|nuer|thok nath
nv|nav|navajo
nwc|classical newari
ny|nya|nyanja
nym|nyamwezi
nyn|nyankole|runyankore
nyo|nyoro
nzi|nzima
oc|oci|occitan
oj|ojg|oji|ojibwa
ojb|northwestern ojibwa
ojc|central ojibwa
ojs|oji-cree
ojw|western ojibwa
oka|okanagan
om|gaz|orm|oromo|oromoo
or|ori|ory|odia|ଓଡ଼ିଆ
os|oss|ossetic|ирон
osa|osage
ota|ottoman turkish
pa|pan|punjabi|ਪੰਜਾਬੀ
pag|pangasinan
pal|pahlavi
pam|pampanga
pap|papiamento
pau|palauan
pcd|picard
pcm|nigerian pidgin|naijíriá píjin
pdc|pennsylvania german
pdt|plautdietsch
peo|old persian
pfl|palatine german
phn|phoenician
pi|pli|pali
pis|pijin
pl|pol|polish|polski
pms|piedmontese|piemontèis
pnt|pontic
pon|pohnpeian
pqm|maliseet-passamaquoddy
prg|prussian|prūsiskan
pro|old provençal
ps|pbu|pus|pashto|پښتو
pt|por|portuguese|português
pt-BR|brazilian portuguese|português (brasil)
qu|que|quz|quechua|runasimi
quc|kʼicheʼ
qug|chimborazo highland quichua
raj|mup|rajasthani|राजस्थानी
rap|rapanui
rar|rarotongan
rgn|romagnol
rhg|rohingya
rif|riffian
rm|roh|romansh|rumantsch
rn|run|rundi|ikirundi
ro|mo|mol|ron|rum|romanian|română
rof|rombo|kihorombo
rom|rmy|romany
rtm|rotuman
ru|rus|на русском|по-русски|russian|русский
rue|rusyn
rug|roviana
rup|aromanian
rw|kin|kinyarwanda|ikinyarwanda
rwk|rwa|kiruwa
sa|cls|san|sanskrit|संस्कृत भाषा
sad|sandawe
sah|yakut|саха тыла
sam|samaritan aramaic
saq|samburu|kisampur
sas|sasak
sat|santali|ᱥᱟᱱᱛᱟᱲᱤ
saz|saurashtra
sba|ngambay
sbp|sangu|ishisangu
sc|src|srd|sardinian|sardu
scn|sicilian|sicilianu
sco|scots
sd|snd|sindhi|سنڌي
sdc|sassarese sardinian
sdh|southern kurdish
se|sme|northern sami|davvisámegiella
see|seneca
seh|sena
sei|seri
sel|selkup
ses|koyraboro senni
sg|sag|sango|sängö
sga|old irish
sgs|samogitian
shi|tachelhit|ⵜⴰⵛⵍⵃⵉⵜ
shn|shan|တႆး
shu|chadian arabic
si|sin|sinhala|සිංහල
sid|sidamo
sk|slk|slo|slovak|slovenčina
sl|slv|slovenian|slovenščina
slh|southern lushootseed
sli|lower silesian
sly|selayar
sm|smo|samoan
sma|southern sami
smj|lule sami
smn|inari sami|anarâškielâ
sms|skolt sami
sn|sna|shona|chishona
snk|soninke
so|som|somali|soomaali
sog|sogdien
sq|alb|als|sqi|al|albanian|shqip
sr|scc|srp|rs|serbian|српски
sr-Latn|sh|serbian (latin)|srpski (latinica)
srn|sranan tongo
srr|serer
ss|ssw|swati
ssy|saho
st|sot|southern sotho|sesotho
stq|saterland frisian
str|straits salish
su|sun|sundanese|basa sunda
suk|sukuma
sus|susu
sux|sumerian
sv|swe|swedish|svenska
sw|swa|swh|swahili|kiswahili
swb|comorian
syc|classical syriac
syr|cld|syriac|ܣܘܪܝܝܐ
szl|silesian|ślōnski
ta|tam|tamil|தமிழ்
tce|southern tutchone
tcy|tulu
te|tel|telugu|తెలుగు
tem|timne
teo|teso|kiteso
ter|tereno
tet|tetum
tg|tgk|tajik|тоҷикӣ
tgx|tagish
th|tha|thai|ไทย
tht|tahltan
ti|tir|tigrinya|ትግርኛ
tig|tigre
tiv
tk|tuk|turkmen|türkmen dili
tkl|tokelauan
tkr|tsakhur
tlh|klingon
tli|tlingit
tly|talysh
tmh|ttq|tamashek
tn|tsn|tswana|setswana
to|ton|tongan|lea fakatonga
tog|nyasa tonga
tok|toki pona
tpi|tok pisin
tr|tur|turkish|türkçe
tru|turoyo
trv|taroko
trw|torwali
ts|tso|tsonga
tsd|tsakonian
tsi|tsimshian
tt|tat|tatar|татар
ttm|northern tutchone
ttt|muslim tat
tum|tumbuka
tvl|tuvalu
tw
twq|tasawaq|tasawaq senni
ty|tah|tahitian
tyv|tuvinian|тыва
tzm|central atlas tamazight|tamaziɣt n laṭlaṣ
udm|udmurt
ug|uig|uyghur|ئۇيغۇرچە
uga|ugaritic
uk|ukr|українською|ua|ukrainian|українська
umb|umbundu
ur|urd|urdu|اردو
uz|uzb|uzn|uzbek|o‘zbek
vai|ꕙꔤ
ve|ven|venda
vec|venetian|veneto
vep|veps
vi|vie|vn|vietnamese|tiếng việt
vls|west flemish
vmf|main-franconian
vmw|makhuwa|emakhuwa
vo|vol|volapük
vot|votic
vro|võro
vun|vunjo|kyivunjo
wa|wln|walloon
wae|walser
wal|wolaytta
war|waray
was|washo
wbp|warlpiri
wo|wol|wolof
wuu|wu chinese
xal|kalmyk
xh|xho|xhosa|isixhosa
xmf|mingrelian
xnr|kangri|कांगड़ी
xog|soga|olusoga
yao
yap|yapese
yav|yangben|nuasue
ybb|yemba
yi|ji|ydd|yid|yiddish|ייִדיש
yo|yor|yoruba|èdè yorùbá
yrl|nheengatu|nheẽgatu
yue|cantonese|粵語
za|zha|zyb|zhuang|vahcuengh
zap|zai|zapotec
zbl|blissymbols
zea|zeelandic
zen|zenaga
zgh|standard moroccan tamazight|ⵜⴰⵎⴰⵣⵉⵖⵜ
zh|chi|cmn|zho|mandarin|cn|chinese|中文
zh-Hans|simplified chinese|chinese simplified|简体中文
zh-Hant|traditional chinese|chinese traditional|繁體中文
zu|zul|zulu|isizulu
zun|zuni
zxx|no linguistic content
zza|diq|zaza
`;
