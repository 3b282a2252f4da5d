import {
  by,
  KEEPERS,
  line,
  optional,
  PARTNER_ROLES,
  PARTNERS,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';
import { HALF_PAGE_MOST } from './half-page-words.ts';

/** The half page that a partner gives each quarter: what is done, what is late, what it needs. */
export const quarterPage = record('quarterPage', {
  version: 1,
  circle: PARTNERS,
  fields: {
    // `2026-Q1`
    quarter: line(30),
    organisation: ref('actor'),
    done: optional(text(HALF_PAGE_MOST)),
    late: optional(text(HALF_PAGE_MOST)),
    need: optional(text(HALF_PAGE_MOST)),
  },
  title: 'quarter',
  columns: ['quarter', 'organisation', 'done', 'late', 'need'],
  owner: 'organisation',
  who: {
    add: by(WRITERS),
    change: by([...KEEPERS, 'system'], [...PARTNER_ROLES, 'coordinator', 'helper']),
    remove: by(KEEPERS),
  },
  labels: {
    fr: {
      one: 'point trimestriel',
      many: 'points trimestriels',
      fields: {
        quarter: 'Trimestre',
        organisation: 'Organisation',
        done: 'Ce qui est fait',
        late: 'Ce qui tarde, et pourquoi',
        need: 'Ce dont nous avons besoin',
      },
      empty:
        'Une demi-page par partenaire et par trimestre : ce qui est fait, ce qui tarde, ce dont il a besoin.',
    },
    en: {
      one: 'quarterly page',
      many: 'quarterly pages',
      fields: {
        quarter: 'Quarter',
        organisation: 'Organisation',
        done: 'What is done',
        late: 'What is late, and why',
        need: 'What we need',
      },
      empty: 'Half a page per partner and quarter: what is done, what is late, what they need.',
    },
  },
});
