/** Words before a headline that mails and exports write, and no headline begins with. */
const LABEL =
  /^(?:subject|headline|title|betreff|überschrift|schlagzeile|objet|titre|asunto|título|assunto|manchete|oggetto|titolo|onderwerp|temat wiadomości|tytuł|předmět|predmet|ämne|emne|aihe|tárgy|subiect|тема письма|заголовок|θέμα|konu başlığı|başlık|tiêu đề|judul|الموضوع|العنوان|موضوع|عنوان|נושא|件名|タイトル|見出し|标题|標題|主旨|제목|शीर्षक) ?[:：] *(?=\S)/iu;

/** Column where a headline begins behind its label, or 0. */
export function titleStart(text: string): number {
  return LABEL.exec(text)?.[0].length ?? 0;
}
