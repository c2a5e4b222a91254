/**
 * Index of the headline's line, read off by hand in the files of the gold sets whose annotators gave no
 * headline; -1 where the page begins behind it. Files are named by the first six digits of their names; those
 * whose headline shares its line with other things are left out.
 */
export const HEADLINES: Readonly<Record<string, number>> = {
  "37ee6a": 8, "a63e70": -1, "e4ff67": -1, "3e1727": 14, "dea25c": 2, "b3e38c": 13, "ac4c65": 11, "7aee05": 3, "7e4b1a": 15,
  "9173bf": 0, "5d3e11": 0, "7f7998": 3, "8cf6b9": 8, "47f25e": 8, "f16305": 7, "71195f": -1, "fd5cf1": 3, "38e7cb": 0,
  "008b92": -1, "8c3875": 5, "1fdb71": 8, "98a63c": -1, "10b385": 8, "d6f622": -1, "de1120": 6, "7c998f": 11, "ac774e": 4,
  "687022": 5, "b9ac3a": -1, "2c7c02": 3, "a096e9": -1, "af8a52": -1, "71a515": 4, "51c3d8": 3, "9016cf": 6, "dcbca8": 5,
  "459016": 3, "d6cb9a": 6, "502015": 0, "adbbca": -1, "002d51": -1, "a1a7e1": 7, "ee29bc": 11, "4f3dd8": -1, "08acb5": -1,
  "fb009f": 5, "60c04f": 4, "685312": 0, "b2e78d": 5, "9a53cc": 3, "777f43": -1, "af5172": 3, "ebc3cd": 6, "4d3974": 8,
  "902803": -1, "de7aa4": -1, "f335a0": 3, "ddd476": -1, "4e6446": -1, "0ca1bc": -1, "f4950a": -1, "6a82a5": -1, "1d6e7c": -1,
};
