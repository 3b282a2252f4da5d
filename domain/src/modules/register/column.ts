import {
  type AnyField,
  type AnyRecord,
  isActed,
  type Language,
  own,
  type Words,
} from '@tablee/domain/kernel';

/** One column of a record type's table. `key` is stable; `label` is what people read. */
export interface Column {
  /** `name`, `budget.currency`, `summary@en`. */
  readonly key: string;
  readonly field: string;
  /** Which cell of the field's value: 0 for the first. */
  readonly part: number;
  /** The language of a translation. */
  readonly translation?: string;
  readonly label: string;
}

/** The words for the cells beside the first one, by the field's column suffix. */
const SUFFIX: { readonly [suffix: string]: Words } = {
  lang: { fr: 'langue', en: 'language' },
  currency: { fr: 'devise', en: 'currency' },
  unit: { fr: 'unité', en: 'unit' },
  zone: { fr: 'fuseau', en: 'time zone' },
  hash: { fr: 'empreinte', en: 'fingerprint' },
  size: { fr: 'taille', en: 'size' },
  type: { fr: 'type', en: 'type' },
};

const columnsOfField = (field: AnyField, name: string, label: string, lang: Language): readonly Column[] => {
  if (field.slots === 'perElement') return [{ key: name, field: name, part: 0, label }];
  return field.columns.map((suffix, part) => {
    if (part === 0) return { key: name, field: name, part, label };
    const words = own(SUFFIX, suffix)?.[lang] ?? suffix;
    return { key: `${name}.${suffix}`, field: name, part, label: `${label} (${words})` };
  });
};

const translationColumns = (
  field: AnyField,
  name: string,
  label: string,
  languages: readonly string[],
): readonly Column[] =>
  field.slots === 'perLanguage'
    ? languages.map((language) => ({
        key: `${name}@${language}`,
        field: name,
        part: 0,
        translation: language,
        label: `${label} [${language}]`,
      }))
    : [];

/**
 * The columns of a record type, in the order of its declaration: the same for a table, a sheet, an import and
 * an export. `languages` adds one column per translated text and language.
 */
export const header = (
  declaration: AnyRecord,
  lang: Language,
  languages: readonly string[] = [],
): readonly Column[] =>
  Object.entries(declaration.fields).flatMap(([name, field]) => {
    const label = declaration.labels[lang].fields[name] ?? name;
    return [
      ...columnsOfField(field, name, label, lang),
      ...translationColumns(field, name, label, languages),
    ];
  });

/** The columns that an import fills: all but those of fields that an act decides. */
export const fillable = (
  declaration: AnyRecord,
  lang: Language,
  languages: readonly string[] = [],
): readonly Column[] =>
  header(declaration, lang, languages).filter(({ field }) => !isActed(declaration, field));
