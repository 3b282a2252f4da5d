import { html } from 'hono/html';
import type { PersonalLink } from '../people/port.ts';
import type { PeopleService } from '../people/service.ts';
import { show, type Visit } from './door.ts';
import type { Piece } from './page.ts';

/** For whoever shares the telephone: what stays on it, and the link closed by one press. */
export const leavingNoTrace = ({ say, formToken }: Visit): Piece =>
  html`<details><summary>${say({
    fr: 'Ce téléphone sert à d’autres ?',
    en: 'Do others use this telephone?',
    de: 'Benutzen andere dieses Telefon?',
    es: '¿Otras personas usan este teléfono?',
  })}</summary><p>${say({
    fr: 'Le navigateur ne garde pas cette page, mais son adresse reste dans l’historique et dans le message : qui l’ouvre lit ce que vous lisez. Fermez le lien : ce que vous avez répondu reste noté.',
    en: 'The browser does not keep this page, but its address stays in the history and in the message: whoever opens it reads what you read. Close the link: what you answered stays recorded.',
    de: 'Der Browser behält diese Seite nicht, aber ihre Adresse bleibt im Verlauf und in der Nachricht: Wer sie öffnet, liest, was Sie lesen. Schließen Sie den Link: Ihre Antwort bleibt notiert.',
    es: 'El navegador no guarda esta página, pero su dirección queda en el historial y en el mensaje: quien la abra lee lo que usted lee. Cierre el enlace: lo que respondió sigue anotado.',
  })}</p><form method="post" class="inline">${formToken}<input type="hidden" name="close" value="1"><button class="quiet">${say(
    {
      fr: 'Fermer ce lien pour toujours',
      en: 'Close this link for good',
      de: 'Diesen Link endgültig schließen',
      es: 'Cerrar este enlace para siempre',
    },
  )}</button></form></details>`;

/** Ends the link at the wish of the person whom it was made for, and asks the browser to let go of what it read. */
export const closeLink = async (people: PeopleService, at: Visit, link: PersonalLink): Promise<Response> => {
  await people.store.links.revoke(link.space, link.id);
  const { say } = at;
  const title = say({
    fr: 'Ce lien est fermé',
    en: 'This link is closed',
    de: 'Dieser Link ist geschlossen',
    es: 'Este enlace está cerrado',
  });
  const body = html`<h1>${title}</h1><p role="status">${say({
    fr: 'Personne ne lira plus rien à cette adresse. Ce que vous avez répondu reste noté ; pour le changer, demandez un autre lien.',
    en: 'Nobody reads anything at this address any more. What you answered stays recorded; to change it, ask for another link.',
    de: 'Unter dieser Adresse liest niemand mehr etwas. Ihre Antwort bleibt notiert; um sie zu ändern, bitten Sie um einen anderen Link.',
    es: 'Nadie leerá nada más en esta dirección. Lo que respondió sigue anotado; para cambiarlo, pida otro enlace.',
  })}</p><p>${say({
    fr: 'Effacez encore vous-même le message qui portait le lien et, si vous le pouvez, l’historique du navigateur.',
    en: 'Delete the message that carried the link yourself and, if you can, the history of the browser.',
    de: 'Löschen Sie selbst noch die Nachricht mit dem Link und, wenn Sie können, den Verlauf des Browsers.',
    es: 'Borre usted también el mensaje que traía el enlace y, si puede, el historial del navegador.',
  })}</p>`;
  const answer = await show(at, { title, head: 'Tablée', body, languages: [] });
  // A page that the browser keeps for its button "back" would still show what was read.
  answer.headers.set('clear-site-data', '"cache"');
  return answer;
};
