import { by, date, KEEPERS, link, optional, PUBLIC, record, text } from '@tablee/domain/kernel';

/** What the partnership tells the outside: in the public circle from its first word, so only the keepers write it. */
export const news = record('news', {
  version: 1,
  circle: PUBLIC,
  fields: { title: text(300), text: text(10_000), date: date(), link: optional(link()) },
  title: 'title',
  columns: ['date', 'title'],
  who: { add: by(KEEPERS), change: by(KEEPERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'actualité',
      many: 'actualités',
      fields: { title: 'Titre', text: 'Texte', date: 'Date', link: 'Lien' },
      empty:
        'Que devraient savoir les gens du quartier cette semaine ? Trois phrases suffisent ; vous relirez la page avant sa sortie.',
    },
    en: {
      one: 'news item',
      many: 'news',
      fields: { title: 'Title', text: 'Text', date: 'Date', link: 'Link' },
      empty:
        'What should people nearby know this week? Three sentences will do; you reread the page before it goes out.',
    },
  },
});
