import type { SiteLocale } from "../../domain/locale.ts";

/** The words that travel with figures: they stand in the files too, where no page is around them. */
export interface FigureWords {
  readonly colon: string;
  readonly world: string;
  readonly group: (name: string, members: string) => string;
  readonly membersFixed: (count: number, day: string) => string;
  readonly membersThen: string;
  readonly units: Readonly<Record<"rate" | "change" | "index", (unit: string, base: string) => string>>;
  readonly added: (count: number) => string;
  readonly sum: (added: number, suppressed: number, missing: number) => string;
  readonly sumOnlyHidden: string;
  readonly withheld: string;
  readonly noPopulation: string;
  readonly withoutPopulation: (names: string) => string;
  readonly acrossBreak: string;
  readonly noBefore: string;
  readonly noBase: (period: string) => string;
  readonly warnings: {
    readonly forbids: (day: string, what: string) => string;
    readonly atLeast: string;
    readonly rounded: string;
    readonly suppressed: string;
    readonly rivals: string;
    readonly noRows: (names: string) => string;
    readonly otherPeriods: (count: number) => string;
    readonly rate: string;
    readonly top: (count: number, all: number) => string;
    readonly redundant: string;
    readonly members: (names: string) => string;
  };
  readonly faults: {
    readonly value: (value: string) => string;
    readonly units: string;
    readonly words: string;
    readonly noPlaces: string;
    readonly noPlatforms: string;
    readonly rate: string;
    readonly log: string;
    readonly base: (value: string) => string;
    readonly period: (value: string) => string;
    readonly order: string;
    readonly twoPeriods: string;
    readonly map: string;
    readonly mapOne: string;
    readonly change: string;
  };
}

/** The words in the languages of the site. */
export const FIGURE_WORDS: Readonly<Record<SiteLocale, FigureWords>> = {
  en: {
    colon: ": ",
    world: "World",
    group: (name, members) => `${name} (${members})`,
    membersFixed: (count, day) => `${count} members of ${day} in every period`,
    membersThen: "members at the end of each period",
    units: {
      rate: (unit) => `${unit} per 100,000 residents`,
      change: () => "change to the period before, in percent",
      index: (unit, base) => `${unit}, index: ${base} = 100`,
    },
    added: (count) => `${count} rows of the source added`,
    sum: (added, suppressed, missing) =>
      `Sum of ${added} places, worked out here${suppressed ? `; ${suppressed} suppressed` : ""}${missing ? `; ${missing} without a figure` : ""}`,
    sumOnlyHidden: "All parts are suppressed or missing",
    withheld: "Held back: beside the published total it would let the one suppressed part be worked out",
    noPopulation: "No population in the record",
    withoutPopulation: (names) => `without ${names}, for which the record has no population`,
    acrossBreak: "Not comparable with the period before: the series changed its meaning in between",
    noBefore: "No figure for the period before",
    noBase: (period) => `No figure for ${period} to compare with`,
    warnings: {
      forbids: (day, what) => `Do not compare across ${day}. ${what}`,
      atLeast: "Sums marked “≥” are lower bounds: parts of them are suppressed or missing and were left out, not counted as 0.",
      rounded: "Figures marked “≈” are rounded by their publisher, and sums of them are rough.",
      suppressed: "Suppressed figures are numbers that the publisher does not give. They are not 0.",
      rivals: "Two sources disagree about some of these figures. Both are shown, with the reason.",
      noRows: (names) => `This selection has no figure for ${names}. That is not 0.`,
      otherPeriods: (count) => `${count} figures for periods of another length are not shown; choose them under “periods of”.`,
      rate: "The rate divides by all residents, not by children and not by users. The year of the population stands with each value.",
      top: (count, all) => `The ${count} with the largest latest figures of ${all} are shown, because none was chosen.`,
      redundant: "Rows that their source counts elsewhere too are left out.",
      members: (names) => `The membership changes within these periods: ${names}. Part of a change is that.`,
    },
    faults: {
      value: (value) => `“${value}” is not one of the values here.`,
      units: "These measures are counted in different units. Choose measures of one unit.",
      words: "The values of this measure are words. They can be read on the page of the data set, not drawn or added.",
      noPlaces: "This data set has no figures by place. Leave places and groups out.",
      noPlatforms: "This data set has no figures by platform. Leave platforms out.",
      rate: "A rate needs counts by place. Choose another scale or a data set by country.",
      log: "A logarithmic scale cannot show zero or negative values, and there are some here. Choose another scale.",
      base: (value) => `There is no figure for ${value}, or it is zero. Choose a base period that the table shows.`,
      period: (value) => `“${value}” is not a period. Write a year such as 2021, or 2024-H1, 2018-Q3, 2024-05.`,
      order: "The last period lies before the first.",
      twoPeriods: "This picture needs two periods at least, and the selection has one. Choose bars.",
      map: "A map needs figures by country. Choose another picture.",
      mapOne: "A map shows one measure. Choose one.",
      change: "A change in percent cannot be worked out from percentages or shares. Choose another scale.",
    },
  },
  fr: {
    colon: " : ",
    world: "Monde",
    group: (name, members) => `${name} (${members})`,
    membersFixed: (count, day) => `les ${count} membres au ${day}, pour chaque période`,
    membersThen: "membres à la fin de chaque période",
    units: {
      rate: (unit) => `${unit} pour 100 000 habitants`,
      change: () => "variation par rapport à la période précédente, en pour cent",
      index: (unit, base) => `${unit}, indice : ${base} = 100`,
    },
    added: (count) => `${count} lignes de la source additionnées`,
    sum: (added, suppressed, missing) =>
      `Somme de ${added} territoires, calculée ici${suppressed ? ` ; ${suppressed} non publiés` : ""}${missing ? ` ; ${missing} sans chiffre` : ""}`,
    sumOnlyHidden: "Toutes les parties sont non publiées ou manquantes",
    withheld: "Retenue : à côté du total publié, elle permettrait de retrouver la seule partie non publiée",
    noPopulation: "Pas de population dans le registre",
    withoutPopulation: (names) => `sans ${names}, dont le registre n’a pas la population`,
    acrossBreak: "Non comparable à la période précédente : la série a changé de sens entre les deux",
    noBefore: "Pas de chiffre pour la période précédente",
    noBase: (period) => `Pas de chiffre pour ${period} auquel comparer`,
    warnings: {
      forbids: (day, what) => `Ne comparez pas de part et d’autre du ${day}. ${what}`,
      atLeast: "Les sommes marquées « ≥ » sont des minimums : des parties non publiées ou manquantes ont été laissées de côté, et non comptées comme 0.",
      rounded: "Les chiffres marqués « ≈ » sont arrondis par celui qui les publie ; leurs sommes sont approximatives.",
      suppressed: "Les chiffres non publiés sont des nombres que l’éditeur ne donne pas. Ils ne valent pas 0.",
      rivals: "Deux sources se contredisent sur certains de ces chiffres. Les deux sont montrées, avec la raison.",
      noRows: (names) => `Cette sélection n’a pas de chiffre pour ${names}. Ce n’est pas 0.`,
      otherPeriods: (count) => `${count} chiffres de périodes d’une autre durée ne sont pas montrés ; choisissez-les sous « périodes de ».`,
      rate: "Le taux divise par tous les habitants, et non par les enfants ou les utilisateurs. L’année de la population accompagne chaque valeur.",
      top: (count, all) => `Les ${count} plus grands des ${all} derniers chiffres sont montrés, faute de choix.`,
      redundant: "Les lignes que leur source compte aussi ailleurs sont laissées de côté.",
      members: (names) => `La composition change au cours de ces périodes : ${names}. Une part de la variation vient de là.`,
    },
    faults: {
      value: (value) => `« ${value} » n’est pas une des valeurs possibles ici.`,
      units: "Ces mesures sont comptées dans des unités différentes. Choisissez des mesures de même unité.",
      words: "Les valeurs de cette mesure sont des mots. Elles se lisent sur la page du jeu de données ; elles ne se dessinent ni ne s’additionnent.",
      noPlaces: "Ce jeu de données n’a pas de chiffres par territoire. Laissez les territoires et les groupes vides.",
      noPlatforms: "Ce jeu de données n’a pas de chiffres par plateforme. Laissez les plateformes vides.",
      rate: "Un taux demande des nombres par territoire. Choisissez une autre échelle, ou un jeu de données par pays.",
      log: "Une échelle logarithmique ne peut montrer ni zéro ni valeurs négatives, et il y en a ici. Choisissez une autre échelle.",
      base: (value) => `Il n’y a pas de chiffre pour ${value}, ou il vaut zéro. Choisissez une période de base que montre le tableau.`,
      period: (value) => `« ${value} » n’est pas une période. Écrivez une année comme 2021, ou 2024-H1, 2018-Q3, 2024-05.`,
      order: "La dernière période précède la première.",
      twoPeriods: "Cette image demande au moins deux périodes, et la sélection n’en a qu’une. Choisissez les barres.",
      map: "Une carte demande des chiffres par pays. Choisissez une autre image.",
      mapOne: "Une carte montre une seule mesure. Choisissez-en une.",
      change: "Une variation en pour cent ne se calcule pas à partir de pourcentages ou de parts. Choisissez une autre échelle.",
    },
  },
};
