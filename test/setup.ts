import fc from 'fast-check';

// The same cases on every run, so that a red build means a change and not a new find; FC_SEED=random goes looking for those.
if (process.env.FC_SEED !== 'random') fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2016) });
