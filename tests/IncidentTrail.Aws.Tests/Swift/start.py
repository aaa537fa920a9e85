"""Runs OpenStack Swift with its S3 interface on 127.0.0.1, for as long as standard input stays open.

Usage: start.py FOLDER PROXY OBJECT CONTAINER ACCOUNT MEMCACHED    (a scratch folder and five free ports)

Needs swift-proxy, swift-account, swift-container, swift-object and memcached, and no rights: nothing is written
outside FOLDER, and /etc/swift is neither read nor written. Prints "ready" when all its servers answer.
Credentials: test:tester / testing may do everything; test:reader / readerpw may do nothing.
"""
import http.client
import os
import pwd
import signal
import subprocess
import sys
import time

FOLDER = os.path.abspath(sys.argv[1])
PROXY, OBJECT, CONTAINER, ACCOUNT, MEMCACHED = map(int, sys.argv[2:7])
SWIFT_CONF = os.path.join(FOLDER, 'swift.conf')

# Swift reads /etc/swift/swift.conf unless it is told otherwise before anything else of it is imported.
LAUNCH = ("import runpy, sys; from swift.common import utils; utils.SWIFT_CONF_FILE = sys.argv.pop(1); "
          "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')")

# A digest's signature is 512 characters long, and Swift's own limit for a piece of metadata is 256.
SETTINGS = """[swift-hash]
swift_hash_path_prefix = incidenttrail
swift_hash_path_suffix = incidenttrail
[storage-policy:0]
name = only
default = yes
[swift-constraints]
max_meta_value_length = 2048
"""

FILTERS = ['catch_errors', 'gatekeeper', 'healthcheck', 'cache', 'listing_formats', 's3api', 'tempauth', 'slo', 'dlo']
# Pages are short, so that lists have several.
FILTER_SETTINGS = {
    'cache': 'use = egg:swift#memcache\nmemcache_servers = 127.0.0.1:%d' % MEMCACHED,
    's3api': 'use = egg:swift#s3api\nlocation = us-east-1\nmax_bucket_listing = 10\ncheck_bucket_owner = false',
    'tempauth': 'use = egg:swift#tempauth\nuser_test_tester = testing .admin\nuser_test_reader = readerpw',
}


def write(name, text):
    path = os.path.join(FOLDER, name)
    with open(path, 'w') as file:
        file.write(text)
    return path


def default(port, workers):
    return '\n'.join([
        '[DEFAULT]', 'bind_ip = 127.0.0.1', 'bind_port = %d' % port, 'workers = %d' % workers, 'user = ' + pwd.getpwuid(os.getuid()).pw_name,
        'swift_dir = ' + FOLDER, 'devices = ' + os.path.join(FOLDER, 'devices'), 'mount_check = false',
        'log_address = ' + os.path.join(FOLDER, 'no-syslog'), 'disable_fallocate = true', 'fallocate_reserve = 0', ''])


def storage_config(kind, port):
    return default(port, 1) + '[pipeline:main]\npipeline = {0}-server\n[app:{0}-server]\nuse = egg:swift#{0}\n'.format(kind)


def proxy_config():
    sections = ['[filter:%s]\n%s\n' % (name, FILTER_SETTINGS.get(name, 'use = egg:swift#' + name)) for name in FILTERS]
    return (default(PROXY, 2) + '[pipeline:main]\npipeline = %s proxy-server\n' % ' '.join(FILTERS)
            + '[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\nallow_account_management = true\n'
            + ''.join(sections))


def build_rings():
    from swift.common.ring import RingBuilder
    for kind, port in (('object', OBJECT), ('container', CONTAINER), ('account', ACCOUNT)):
        builder = RingBuilder(4, 1, 0)
        builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'weight': 1.0, 'device': 'd0', 'meta': '',
                         'ip': '127.0.0.1', 'port': port, 'replication_ip': '127.0.0.1', 'replication_port': port})
        builder.rebalance()
        builder.get_ring().save(os.path.join(FOLDER, kind + '.ring.gz'))


def main():
    os.makedirs(os.path.join(FOLDER, 'devices', 'd0'), exist_ok=True)
    write('swift.conf', SETTINGS)
    from swift.common import utils
    utils.SWIFT_CONF_FILE = SWIFT_CONF
    build_rings()

    log = open(os.path.join(FOLDER, 'servers.log'), 'w')
    memcached = ['memcached', '-l', '127.0.0.1', '-p', str(MEMCACHED), '-U', '0', '-m', '16']
    if os.getuid() == 0:
        memcached += ['-u', 'root']
    commands = [memcached]
    for kind, port in (('account', ACCOUNT), ('container', CONTAINER), ('object', OBJECT), ('proxy', PROXY)):
        config = write(kind + '.conf', proxy_config() if kind == 'proxy' else storage_config(kind, port))
        commands.append([sys.executable, '-c', LAUNCH, SWIFT_CONF, '/usr/bin/swift-%s-server' % kind, config])
    # Each in a group of its own: Swift's servers end their workers by a signal to the group.
    servers = [subprocess.Popen(c, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True) for c in commands]
    try:
        # The S3 interface may answer first; a bucket made then is refused, since nobody is there to keep it.
        for port in (ACCOUNT, CONTAINER, OBJECT, PROXY):
            wait_for(port, servers)
        print('ready', flush=True)
        sys.stdin.read()
    finally:
        for server in servers:
            try:
                os.killpg(server.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def wait_for(port, servers):
    for _ in range(600):
        if any(server.poll() is not None for server in servers):
            sys.exit('a server has ended; see %s/servers.log' % FOLDER)
        connection = http.client.HTTPConnection('127.0.0.1', port, timeout=5)
        try:
            connection.request('GET', '/healthcheck')
            # Those that keep things know no such page: that one answers is enough.
            if connection.getresponse().status == 200 or port != PROXY:
                return
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    sys.exit('the server on port %d does not answer; see %s/servers.log' % (port, FOLDER))


main()
