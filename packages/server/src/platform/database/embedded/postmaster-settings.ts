import { SOCKET_PORT } from './socket-folder.ts';
import type { Layout } from './layout.ts';

/**
 * The command line of postgres. It wins over postgresql.conf and ALTER SYSTEM, so an operator may tune what is not named
 * here. `fsync`, `full_page_writes` and `synchronous_commit` keep their safe defaults, and fsync cannot be turned off.
 */
export function postmasterArguments(layout: Layout, socketFolder: string): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    // Quoted, because a bare comma would end the path.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    // A table that has just been filled is known within seconds, and not read in the wrong way for a minute.
    autovacuum_naptime: '15s',
    fsync: 'on',
    // After a crash: one call for the file system (which tells of errors since Linux 5.8), where fsync of each of some two
    // thousand files takes seconds.
    ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
    io_method: 'sync', // one machine, few connections: nearly twice the concurrent aggregates of io workers
    shared_buffers: '64MB',
    max_connections: '100',
    wal_level: 'replica', // an operator may archive the log
    max_wal_senders: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A ring of seven files. The collector belongs to PostgreSQL: a log read by Node would end with Node.
    logging_collector: 'on',
    log_directory: layout.log,
    log_filename: 'postgresql-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', layout.data, '-p', String(SOCKET_PORT), ...options];
}
