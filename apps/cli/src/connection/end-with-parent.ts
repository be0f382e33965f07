/**
 * Loaded into a private server before its own code: when the command that started it is gone, however it ended, the
 * server ends too, instead of holding the data folder for ever.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening alone would keep the process alive after it has closed everything else.
process.channel?.unref();
