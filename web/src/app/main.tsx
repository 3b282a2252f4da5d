import { useText } from '../locale/use-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Shell } from './shell.tsx';
import { startApp } from './start.tsx';

function FirstPage() {
  const t = useText();
  return (
    <Shell
      places={[]}
      bar={[]}
      sync={{ kind: 'starting' }}
      onSync={() => {}}
      foot={[]}
      languages={<LanguageSwitch />}
    >
      <PageHead title={t('shell.home')} />
    </Shell>
  );
}

void startApp(<FirstPage />);
