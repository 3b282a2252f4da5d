import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY_FILE, policyPage } from './table.ts';

writeFileSync(join(import.meta.dirname, '../..', POLICY_FILE), policyPage());
