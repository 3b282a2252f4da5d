import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { CATALOGUE_FOLDER, compileCatalogue, FIRST_AREAS, readCatalogues } from './catalogue.ts';
import { firstWords } from './first-words.ts';
import { writeMessageTypes } from './generate.ts';

const PREFIX = 'virtual:catalogue/';

const isCurrent = (path: string, text: string): boolean => {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
};

/**
 * Serves `virtual:catalogue/<language>/first` (of the areas of `FIRST_AREAS`, what a source names that runs before a
 * room) and `…/more` (all other words), compiled, each as a lazy chunk of its own. In development a changed PO file renews the message types and reloads the page.
 */
export function cataloguePlugin(): Plugin {
  return {
    name: 'tablee-catalogue',
    buildStart() {
      for (const { area, language } of readCatalogues())
        this.addWatchFile(`${CATALOGUE_FOLDER}/${area}.${language}.po`);
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language = '', part] = id.slice(PREFIX.length + 1).split('/');
      const isNamed = firstWords();
      const isFirst = (area: string, id: string): boolean => FIRST_AREAS.has(area) && isNamed(id);
      const catalogues = readCatalogues().map((each) => ({
        ...each,
        messages: each.messages.filter(({ id }) => isFirst(each.area, id) === (part === 'first')),
      }));
      // Parsed at run time as JSON: engines read it several times faster than the same object as script.
      const json = JSON.stringify(compileCatalogue(catalogues, language));
      return `export default JSON.parse(${JSON.stringify(json)})`;
    },
    configureServer(server) {
      server.watcher.add(CATALOGUE_FOLDER);
      server.watcher.on('change', (path) => {
        if (!path.endsWith('.po')) return;
        writeMessageTypes(isCurrent);
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
