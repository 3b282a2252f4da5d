import {
  type AnyRecord,
  type Entity,
  isActed,
  isObject,
  type Json,
  type Language,
  optionWords,
  own,
  slotName,
} from '@tablee/domain/kernel';

const wordsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return ['text', 'name'].flatMap((key) => (typeof value[key] === 'string' ? [value[key]] : []));
};

/**
 * The texts by which a record is found: lines, texts in every language, names of places and files, tags, and the
 * words of its choices in both languages. Ids, dates and erased values are not among them.
 */
export const searchTexts = (declaration: AnyRecord, entity: Entity): readonly string[] => {
  if (entity.kind !== 'record') return [];
  return Object.entries(entity.slots).flatMap(([slot, held]): readonly string[] => {
    const { field: name, element } = slotName(slot);
    const field = own(declaration.fields, name);
    if (field === undefined || held.value === undefined || held.erased === true) return [];
    switch (field.kind) {
      case 'line':
      case 'text':
      case 'place':
      case 'file':
        return wordsIn(held.value);
      case 'choice': {
        if (typeof held.value !== 'string') return [];
        const words = optionWords(field, held.value);
        return [words.fr, words.en];
      }
      case 'choices':
      case 'tags': {
        if (held.value !== true || element === undefined) return [];
        const words = optionWords(field, element);
        return [...new Set([words.fr, words.en])];
      }
      default:
        return [];
    }
  });
};

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * JSON Schema (2020-12) of the `slots` of a record: one property per field, a pattern per translation and per
 * element of a set. Titles and descriptions are in the given language.
 */
export const jsonSchemaOf = (declaration: AnyRecord, lang: Language): Json => {
  const words = declaration.labels[lang];
  const properties: Record<string, Json> = {};
  const patternProperties: Record<string, Json> = {};
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (isActed(declaration, name)) continue;
    const hint = words.hints?.[name];
    const schema = isObject(field.schema) ? field.schema : {};
    const described: Json = {
      ...schema,
      title: words.fields[name] ?? name,
      ...(hint === undefined ? {} : { description: hint }),
    };
    if (field.slots === 'perElement') {
      const elements = Object.keys(field.options ?? {});
      const element =
        elements.length === 0 ? '[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}' : `(${elements.map(escaped).join('|')})`;
      patternProperties[`^${name}#${element}$`] = described;
    } else properties[name] = described;
    if (field.slots === 'perLanguage')
      patternProperties[`^${name}@[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`] = described;
  }
  return {
    $id: `urn:tablee:${declaration.name}:${declaration.version}`,
    title: words.one,
    type: 'object',
    properties,
    ...(Object.keys(patternProperties).length === 0 ? {} : { patternProperties }),
    additionalProperties: false,
  };
};
