/** Sentences of an article. */
export const BODY = [
  "Rain fell on the city all Tuesday, and the river rose by half a metre before the evening, the town said.",
  "The mayor asked people who live by the river to stay at home, and the schools there were closed at noon.",
  "By Wednesday the water had begun to fall again, and the fire brigade took down the barriers on the quay.",
  "The council will look at the walls next week, which were built after the last flood twenty years ago.",
];
/** Furniture that stands above one. */
export const MENU = ["Front", "News", "Sport", "Weather", "Account", "Contact", "Search"];
