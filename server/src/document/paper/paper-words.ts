import type { DoorWords } from '@tablee/domain/modules/request';

/** The fixed words of a sheet of paper, in every language in which people answer without account. */
export const PAPER_WORDS = {
  sheet: { fr: 'Feuille', en: 'Sheet', de: 'Blatt', es: 'Hoja' },
  for: { fr: 'Pour', en: 'For', de: 'Für', es: 'Para' },
  name: {
    fr: 'Nom (facultatif)',
    en: 'Name (optional)',
    de: 'Name (freiwillig)',
    es: 'Nombre (opcional)',
  },
  organisation: { fr: 'Organisation', en: 'Organisation', de: 'Organisation', es: 'Organización' },
  how: {
    fr: 'Une case par question. Ce que vous ne voulez pas dire peut rester vide.',
    en: 'One box per question. What you would rather not say may stay empty.',
    de: 'Ein Kästchen je Frage. Was Sie nicht sagen möchten, darf leer bleiben.',
    es: 'Una casilla por pregunta. Lo que prefiera no decir puede quedar vacío.',
  },
  after: {
    fr: 'Cette feuille sera saisie dans Tablée en votre nom, une seule fois, avec ce code. Vous pourrez voir et corriger ce qui a été noté.',
    en: 'This sheet will be typed into Tablée in your name, once, with this code. You can see and correct what was recorded.',
    de: 'Dieses Blatt wird in Ihrem Namen und nur einmal in Tablée eingegeben, mit diesem Code. Sie können sehen und berichtigen, was notiert wurde.',
    es: 'Esta hoja se introducirá en Tablée en su nombre, una sola vez, con este código. Usted podrá ver y corregir lo anotado.',
  },
  anonymous: {
    fr: 'Cette feuille sera saisie dans Tablée une seule fois, avec ce code.',
    en: 'This sheet will be typed into Tablée once, with this code.',
    de: 'Dieses Blatt wird nur einmal in Tablée eingegeben, mit diesem Code.',
    es: 'Esta hoja se introducirá en Tablée una sola vez, con este código.',
  },
  qr: {
    fr: 'Code QR de la feuille',
    en: 'QR code of the sheet',
    de: 'QR-Code des Blattes',
    es: 'Código QR de la hoja',
  },
  attendance: {
    fr: 'Feuille de présence',
    en: 'Attendance sheet',
    de: 'Anwesenheitsliste',
    es: 'Hoja de asistencia',
  },
  howList: {
    fr: 'Chaque personne signe pour elle-même. Qui n’est pas sur la liste s’ajoute à la fin.',
    en: 'Each person signs for themselves. Whoever is not on the list adds themselves at the end.',
    de: 'Jede Person unterschreibt selbst. Wer nicht auf der Liste steht, trägt sich am Ende ein.',
    es: 'Cada persona firma por sí misma. Quien no figure en la lista se añade al final.',
  },
  signature: { fr: 'Signature', en: 'Signature', de: 'Unterschrift', es: 'Firma' },
  listName: { fr: 'Nom', en: 'Name', de: 'Name', es: 'Nombre' },
  inPlaceOf: { fr: 'à la place de', en: 'in the place of', de: 'für', es: 'en lugar de' },
  alsoThere: {
    fr: 'Également présents',
    en: 'Also present',
    de: 'Außerdem anwesend',
    es: 'También presentes',
  },
  noGroup: { fr: 'Sans groupe', en: 'No group', de: 'Ohne Gruppe', es: 'Sin grupo' },
  untitled: { fr: 'Votre réponse', en: 'Your answer', de: 'Ihre Antwort', es: 'Su respuesta' },
} as const satisfies { readonly [word: string]: DoorWords };
