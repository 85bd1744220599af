// A nasal before a stop of its own class is also written as a dot: "हिन्दी" and "हिंदी".
const NASAL = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/g;
const ENDING = /(?:ियों|ियां|ियाँ|ाओं|ाएं|ुओं|ुएं|ओं|एं|ों|ें|ीं|ा|े|ि|ु|ो)$/u;
const LEAST = 2;

/** The folded word without a Hindi ending of number and case, in the commoner spelling: "बच्चे", "बच्चों" and "बच्चा" are one. */
export function devanagariStem(word: string): string {
  const spelt = word.replaceAll("ँ", "ं").replace(NASAL, "ं").replaceAll("ऑ", "आ").replaceAll("ॉ", "ा").replaceAll("ी", "ि").replaceAll("ू", "ु");
  const bare = spelt.replace(ENDING, "");
  return bare.length >= LEAST ? bare : spelt;
}
