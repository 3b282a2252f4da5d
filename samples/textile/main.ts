import { join } from 'node:path';
import { writeSample } from '../build/write.ts';
import { textiles } from './story.ts';

writeSample(textiles(), join(import.meta.dirname, '../textiles.tablee'));
