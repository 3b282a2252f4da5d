/** Guidance of phase 1: what each tool is for, workshop formats, templates; versioned content in French and English. */
export * from './format.ts';
export * from './template.ts';
export * from './tool.ts';

/** The version of this content; it stands at the foot of every printed page. */
export const GUIDANCE_VERSION = '2026-11';
