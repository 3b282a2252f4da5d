/** Something that browsers of 2019 do not know, and since when they do. */
export interface Newcomer {
  readonly name: string;
  readonly year: number;
}

interface Feature extends Newcomer {
  readonly seen: RegExp;
}

/**
 * What would break a page in a browser of 2019. Not listed: what such a browser leaves out without harm
 * (`accent-color`), and a rule that is made to be dropped whole (`:focus:not(:focus-visible)`).
 */
const IN_CSS: readonly Feature[] = [
  { name: ':has()', year: 2022, seen: /:has\(/ },
  { name: ':is() or :where()', year: 2021, seen: /:(?:is|where)\(/ },
  { name: 'light-dark()', year: 2024, seen: /light-dark\(/ },
  { name: 'color-mix() or oklch()', year: 2023, seen: /color-mix\(|oklch\(|oklab\(/ },
  {
    name: 'a logical shorthand',
    year: 2021,
    seen: /(?:margin|padding|inset|border)-(?:block|inline)\s*:|[^-]inset\s*:/,
  },
  { name: 'gap in a flex row', year: 2021, seen: /[^-](?:row-|column-)?gap\s*:/ },
  { name: 'min(), max() or clamp()', year: 2020, seen: /[^a-z-](?:min|max|clamp)\(/ },
  { name: 'aspect-ratio', year: 2021, seen: /aspect-ratio\s*:/ },
  { name: '@layer', year: 2022, seen: /@layer/ },
  { name: '@container', year: 2023, seen: /@container/ },
  { name: 'nested rules', year: 2023, seen: /(?:^|[{;])\s*&/m },
  { name: 'a range in a media query', year: 2023, seen: /@media[^{]*[<>]/ },
  { name: 'dvh, svh or lvh', year: 2022, seen: /\d[dsl]v[hw]\b/ },
  { name: 'text-wrap', year: 2023, seen: /text-wrap\s*:/ },
  { name: 'content-visibility', year: 2020, seen: /content-visibility\s*:/ },
];

const IN_HTML: readonly Feature[] = [
  { name: '<dialog>', year: 2022, seen: /<dialog\b/ },
  { name: 'popover', year: 2024, seen: /\spopover(?:=|\s|>)/ },
  { name: '<search>', year: 2023, seen: /<search\b/ },
  { name: 'inert', year: 2022, seen: /<[a-z][^>]*\sinert[\s>=]/ },
  { name: '<details name>', year: 2024, seen: /<details[^>]*\sname=/ },
  { name: 'loading=lazy', year: 2022, seen: /\sloading="lazy"/ },
  { name: 'avif', year: 2021, seen: /\.avif\b/ },
  { name: 'a script', year: 0, seen: /<script\b/ },
];

const found = (text: string, features: readonly Feature[]): readonly Newcomer[] =>
  features.filter(({ seen }) => seen.test(text)).map(({ name, year }) => ({ name, year }));

/** What in a style sheet a browser of 2019 does not understand. */
export const newInCss = (css: string): readonly Newcomer[] =>
  found(css.replace(/\/\*[^]*?\*\//g, ''), IN_CSS);

/** What in a page a browser of 2019 does not understand, or what needs a script. */
export const newInHtml = (html: string): readonly Newcomer[] => found(html, IN_HTML);
