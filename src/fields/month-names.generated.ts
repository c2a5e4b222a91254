// Written by test/tools/month-names.mjs; do not edit.
// Month names of en, es, de, fr, ru, ar, pt, it, nl, pl, tr, uk: Unicode CLDR 48.0 by way of Intl (Unicode License v3).
// Twelve rows, January first.
export const MONTH_NAMES = `
ene|enero|gen|gennaio|jan|janeiro|januar|januari|january|janv|janvier|oca|ocak|sty|styczeń|stycznia|січ|січень|січня|янв|январь|января|يناير
feb|febbraio|febrero|februar|februari|february|fev|fevereiro|févr|février|lut|lutego|luty|şub|şubat|лют|лютий|лютого|фев|февр|февраль|февраля|فبراير
maart|mar|marca|march|mars|mart|marzec|marzo|março|mrt|mär|märz|бер|березень|березня|мар|март|марта|مارس
abr|abril|apr|april|aprile|avr|avril|kwi|kwiecień|kwietnia|nis|nisan|апр|апрель|апреля|квіт|квітень|квітня|أبريل
mag|maggio|mai|maio|maj|maja|may|mayo|mayıs|mei|май|мая|трав|травень|травня|مايو
cze|czerwca|czerwiec|giu|giugno|haz|haziran|juin|jun|june|junho|juni|junio|июн|июнь|июня|черв|червень|червня|يونيو
juil|juillet|jul|julho|juli|julio|july|lip|lipca|lipiec|lug|luglio|tem|temmuz|июл|июль|июля|лип|липень|липня|يوليو
ago|agosto|août|aug|august|augustus|ağu|ağustos|sie|sierpień|sierpnia|авг|август|августа|серп|серпень|серпня|أغسطس
eyl|eylül|sep|sept|september|septembre|septiembre|set|setembro|settembre|wrz|wrzesień|września|вер|вересень|вересня|сент|сентябрь|сентября|سبتمبر
eki|ekim|oct|october|octobre|octubre|okt|oktober|ott|ottobre|out|outubro|paź|październik|października|жовт|жовтень|жовтня|окт|октябрь|октября|أكتوبر
kas|kasım|lis|nov|november|novembre|novembro|noviembre|лист|листопад|листопада|нояб|ноябрь|ноября|نوفمبر
ara|aralık|dec|december|dez|dezember|dezembro|dic|dicembre|diciembre|déc|décembre|gru|grudnia|grudzień|груд|грудень|грудня|дек|декабрь|декабря|ديسمبر
`;
