import { isDense } from "./characters.ts";
import { foldWord, withoutScriptMarks } from "./words.ts";

/** What the words before a date say of it. */
export type DateLabel = "published" | "updated";

/**
 * Stems of the words that news pages write before the day of publication; matched at the beginning of a word, a
 * stem of several words as it stands. From the pages' own labels, by language.
 */
const PUBLISHED =
  // en de nl da nb sv is af lb
  "publish posted issued released first_published date_published released_on online_since veröffentlicht erschienen publiziert erstellt online_seit geschrieben datum gepubliceerd geplaatst geplaatst_op verschenen offentliggjort udgivet publisert publicerad publicerat skapad birt útgefið gepubliseer " +
  // fr es pt it ca gl ro
  "publié publie mis_en_ligne paru_le posté publicad publicación publicação fecha divulgado pubblicat pubblicazione data_pubblicazione publicat publicat_el dată_publicării data_publicării " +
  // pl cs sk sl hr bs sr sq
  "opublikowan data_publikacji data_dodania dodano utworzono publikován publikováno zveřejněn zveřejněno vydáno vydané publikované zverejnené objavljen objavljeno izvor_objave publikuar postuar " +
  // ru uk be bg mk sr kk ky uz mn tg
  "опубликован дата_публикации размещен размещён добавлен опублікован дата_публікації розміщено апублікавана апублікаван публикуван публикувано публикация објављено објављен објавено жарияланды жарияланған жарыяланган жарыяланды нийтэлсэн нийтлэгдсэн эълон chop_etilgan eʼlon_qilingan elon_qilingan joylangan " +
  // tr az tk
  "yayınlanma yayın_tarihi yayınlandı yayım_tarihi giriş giriş_tarihi oluşturulma eklenme dərc_edilib dərc_olunub yayımlanıb tarix " +
  // el hu fi et lv lt eu hy ka
  "δημοσιεύθηκε δημοσιεύτηκε δημοσίευση ημερομηνία_δημοσίευσης megjelent közzétéve publikálva létrehozva julkaistu avaldatud avaldati publicēts publicēta paskelbta publikuota argitaratua հրապարակվ գամ գամոքվეყნ გამოქვეყნ გამოქვეყნდა გამოქვეყნებ " +
  // ar fa ur he ps
  "نشر نشرت تاريخ_النشر النشر منشور منتشر تاریخ_انتشار انتشار شائع פורסם תאריך_פרסום פרסום خپور " +
  // hi bn ta te ml mr gu pa ne si
  "प्रकाशित पब्लिश प्रकाशन প্রকাশ প্রকাশিত வெளியிடப்பட்ட பதிவு ప్రచురించ പ്രസിദ്ധീകരി പ്രസിദ്ധീകരിച്ചത് પ્રકાશિત ਪ੍ਰਕਾਸ਼ਿਤ प्रकाशित_मिति පළ_කළ " +
  // th vi id ms fil sw am km lo my
  "เผยแพร่ ลงวันที่ โพสต์เมื่อ đăng ngày_đăng xuất_bản diterbitkan dipublikasikan terbit diunggah ditayangkan diposting inilathala nailathala imechapishwa ilichapishwa imewekwa የታተመ ផ្សាយ ເຜີຍແຜ່ ထုတ်ပြန် " +
  // zh ja ko
  "发布 發布 发表 發表 發佈 时间 時間 日期 刊登 刊發 刊发 公開 掲載 配信 投稿 公開日 입력 등록 게재 발행 기사입력 승인";

const UPDATED =
  "updated last_update update modified last_modified edited revised aktualisiert letzte_änderung geändert stand zuletzt bijgewerkt laatste_update gewijzigd aangepast opdateret senest_opdateret ændret oppdatert sist_oppdatert endret uppdaterad senast_uppdaterad ändrad uppfært opgedateer " +
  "mis_à_jour mise_à_jour modifié màj maj_le actualizad actualizado última_actualización modificad atualizad última_atualização aggiornat ultimo_aggiornamento ultima_modifica modificato actualitzat actualizat ultima_actualizare modificat " +
  "aktualizacj aktualizacja zaktualizowano aktualizován aktualizováno aktualizace aktualizované aktualizácia upravené upraveno ažurirano azurirano posodobljeno izmjena izmijenjeno izmenjeno përditësuar " +
  "обновлен обновлён обновлено изменен изменён последнее_обновление оновлен оновлено абноўлена обновена обновен актуализиран ажурирано ажурирана измењено ажурирано жаңартыл жаңыртыл шинэчилсэн yangilan " +
  "güncellenme güncelleme son_güncelleme güncellendi yenilənib yenilənmə " +
  "ενημερώθηκε ενημέρωση τελευταία_ενημέρωση frissítve frissült módosítva päivitetty muokattu uuendatud muudetud atjaunināts atjaunots atnaujinta eguneratua թարմացվ განახლ " +
  "تحديث آخر_تحديث حدثت التحديث به_روز به‌روزرسانی آخرین_به اپڈیٹ اپ_ڈیٹ עודכן עדכון " +
  "अपडेट अद्यतन संशोधित আপডেট হালনাগাদ புதுப்பிக்கப்பட்ட அப்டேட் అప్‌డేట్ నవీకరించ അപ്ഡേറ്റ് പുതുക്കിയത് અપડેટ ਅੱਪਡੇਟ अद्यावधिक යාවත්කාලීන " +
  "อัปเดต อัพเดต แก้ไข cập_nhật sửa_lúc diperbarui diperbaharui pembaruan dikemas_kini kemas_kini na-update imesasishwa imeboreshwa ዘምኗል " +
  "更新 更新时间 更新時間 修改 修改时间 修改時間 最終更新 最后更新 最後更新 更新日 更新時間 수정 업데이트 최종수정";

const stemsOf = (list: string): string[] =>
  list
    .split(" ")
    .filter((stem) => stem !== "")
    .map((stem) => plain(stem.replaceAll("_", " ")));
let byFirst: ReadonlyMap<string, readonly (readonly [string, DateLabel])[]> | null = null;

/** Words before a date that are looked at, in UTF-16 units from the date backwards. */
const REACH = 64;

/** The label that stands last in the text before a date, or `null`. */
export function findLabel(before: string): DateLabel | null {
  byFirst ??= indexStems();
  const text = plain(before.length > REACH ? before.slice(-REACH) : before);
  for (let index = text.length - 1; index >= 0; index--) {
    if (!isWordStart(text, index)) continue;
    const found = stemAt(text, index, 0);
    if (found !== null) return longerLabel(text, index) ?? found;
  }
  return null;
}

function plain(text: string): string {
  return withoutScriptMarks(foldWord(text));
}

/** The label of the longest stem that stands at `index` and is longer than `least`. */
function stemAt(text: string, index: number, least: number): DateLabel | null {
  const stems = byFirst!.get(text[index]!);
  if (stems === undefined) return null;
  for (const [stem, label] of stems) if (stem.length > least && text.startsWith(stem, index)) return label;
  return null;
}

/** Stems in which another stands: 更新时间. */
function longerLabel(text: string, index: number): DateLabel | null {
  for (let back = 1; back <= LONGEST_OVERLAP && back <= index; back++) {
    const found = isDense(text.charCodeAt(index - back)) ? stemAt(text, index - back, back) : null;
    if (found !== null) return found;
  }
  return null;
}

const LONGEST_OVERLAP = 4;

/** Stems by their first character, the longest first. */
export function indexStems(): ReadonlyMap<string, readonly (readonly [string, DateLabel])[]> {
  const index = new Map<string, [string, DateLabel][]>();
  for (const [list, label] of [
    [UPDATED, "updated"],
    [PUBLISHED, "published"],
  ] as const) {
    for (const stem of stemsOf(list)) index.set(stem[0]!, [...(index.get(stem[0]!) ?? []), [stem, label]]);
  }
  // 최종수정 and 기사입력: the longest stem says most.
  for (const list of index.values()) list.sort(([a], [b]) => b.length - a.length);
  return index;
}

const LETTER = /[\p{L}\p{M}]/u;

function isWordStart(text: string, index: number): boolean {
  if (index === 0 || isDense(text.charCodeAt(index))) return true;
  const before = text.charCodeAt(index - 1);
  if (before < 0x80) return (before | 0x20) < 0x61 || (before | 0x20) > 0x7a;
  return !LETTER.test(text[index - 1]!);
}
