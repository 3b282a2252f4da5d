/** Groups whose rights are at stake, who speaks for them by what mandate, and what became of promises to them. */
export * from './rights-holder.ts';
export * from './views.ts';
