import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY_FILE, policyPage } from './policy/table.ts';

writeFileSync(join(import.meta.dirname, '..', POLICY_FILE), policyPage());
