import { join } from 'node:path';
import { writeSample } from '../build/write.ts';
import { valleyWater } from './story.ts';

writeSample(valleyWater(), join(import.meta.dirname, '../valley-water.tablee'));
