/*
 * Writes down what a process does to the files under one folder: every write, sync, creation, renaming and removal, in the order in which
 * the kernel saw them. What a power cut would have left at any moment is worked out from that afterwards, in Java.
 *
 *   POWERCUT_ROOT=/folder POWERCUT_LOG=/elsewhere/log LD_PRELOAD=powercut.so command
 *
 * A record is: op, inode, number, length of the first part, length of the second (1 + 8 + 8 + 4 + 4 bytes, of this machine's order), and
 * the parts. One lock around each act and its record makes the order true; it also covers syncs, so that a sync in the log covers every
 * write before it. Memory-mapped writes are not seen: SQLite maps only its -shm file, which it makes anew after a crash.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
#define NEXT(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

enum { CREATE = 'C', FOUND = 'F', TRUNCATE = 'T', WRITE = 'W', SYNC = 'S', SYNC_FOLDER = 'D', RENAME = 'R', LINK = 'L', UNLINK = 'U', MAKE_FOLDER = 'M' };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *root;
static size_t root_length;
static int log_fd = -1;

/* What is open under the root: its inode, and for a folder its path. */
static struct { uint64_t inode; char *folder; } watched[MOST_FDS];

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("POWERCUT_LOG");
    root = getenv("POWERCUT_ROOT");
    if (log && root) {
        root_length = strlen(root);
        log_fd = (int) syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644);
    }
}

static int is_ours(const char *path) {
    return log_fd >= 0 && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

static int is_watched(int fd) {
    return log_fd >= 0 && fd >= 0 && fd < MOST_FDS && watched[fd].inode != 0;
}

static void record(char op, uint64_t inode, int64_t number, const void *first, size_t first_length, const void *second,
    size_t second_length) {
    char head[25];
    uint32_t lengths[2] = {(uint32_t) first_length, (uint32_t) second_length};
    head[0] = op;
    memcpy(head + 1, &inode, 8);
    memcpy(head + 9, &number, 8);
    memcpy(head + 17, lengths, 8);
    struct iovec parts[3] = {{head, sizeof head}, {(void *) first, first_length}, {(void *) second, second_length}};
    int before = errno;
    syscall(SYS_writev, log_fd, parts, 3);
    errno = before;
}

static void record_path(char op, uint64_t inode, const char *path) {
    record(op, inode, 0, path, strlen(path), NULL, 0);
}

static uint64_t inode_of(const char *path) {
    struct stat found;
    return lstat(path, &found) == 0 ? found.st_ino : 0;
}

static void watch(int fd, const char *path, int existed) {
    struct stat found;
    if (fd < 0 || fd >= MOST_FDS || fstat(fd, &found) != 0) {
        return;
    }
    if (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)) {
        return;
    }
    watched[fd].inode = found.st_ino;
    free(watched[fd].folder);
    watched[fd].folder = S_ISDIR(found.st_mode) ? strdup(path) : NULL;
    if (S_ISREG(found.st_mode)) {
        record_path(existed ? FOUND : CREATE, found.st_ino, path);
    }
}

static int open_watched(const char *path, int flags, mode_t mode) {
    pthread_mutex_lock(&lock);
    int existed = inode_of(path) != 0;
    int fd = (int) syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd >= 0) {
        watch(fd, path, existed);
        if (existed && (flags & O_TRUNC)) {
            record(TRUNCATE, watched[fd].inode, 0, NULL, 0, NULL, 0);
        }
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

static mode_t mode_of(int flags, va_list arguments) {
    return flags & O_CREAT ? (mode_t) va_arg(arguments, int) : 0;
}

int open64(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return is_ours(path) ? open_watched(path, flags | O_LARGEFILE, mode) : NEXT(open64)(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return is_ours(path) ? open_watched(path, flags, mode) : NEXT(open)(path, flags, mode);
}

int close(int fd) {
    if (is_watched(fd)) {
        pthread_mutex_lock(&lock);
        watched[fd].inode = 0;
        pthread_mutex_unlock(&lock);
    }
    return NEXT(close)(fd);
}

static ssize_t written(int fd, const void *data, size_t length, off64_t offset) {
    pthread_mutex_lock(&lock);
    ssize_t done;
    if (offset < 0) {
        off64_t end = lseek64(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
        done = (ssize_t) syscall(SYS_write, fd, data, length);
        offset = end;
    } else {
        done = (ssize_t) syscall(SYS_pwrite64, fd, data, length, offset);
    }
    if (done > 0) {
        record(WRITE, watched[fd].inode, offset, data, (size_t) done, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *data, size_t length) {
    return is_watched(fd) ? written(fd, data, length, -1) : NEXT(write)(fd, data, length);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    return is_watched(fd) ? written(fd, data, length, offset) : NEXT(pwrite64)(fd, data, length, offset);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    return is_watched(fd) ? written(fd, data, length, offset) : NEXT(pwrite)(fd, data, length, offset);
}

/* One part at a time: callers go on with what is left. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
    return is_watched(fd) && count > 0 ? written(fd, parts[0].iov_base, parts[0].iov_len, -1) : NEXT(writev)(fd, parts, count);
}

/* Would write past us; callers fall back to writing. */
ssize_t sendfile64(int out, int in, off64_t *offset, size_t length) {
    if (is_watched(out)) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(sendfile64)(out, in, offset, length);
}

ssize_t copy_file_range(int in, off64_t *in_offset, int out, off64_t *out_offset, size_t length, unsigned int flags) {
    if (is_watched(out)) {
        errno = ENOSYS;
        return -1;
    }
    return NEXT(copy_file_range)(in, in_offset, out, out_offset, length, flags);
}

int ftruncate64(int fd, off64_t length) {
    if (!is_watched(fd)) {
        return NEXT(ftruncate64)(fd, length);
    }
    pthread_mutex_lock(&lock);
    int done = (int) syscall(SYS_ftruncate, fd, length);
    if (done == 0) {
        record(TRUNCATE, watched[fd].inode, length, NULL, 0, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t length) {
    return ftruncate64(fd, length);
}

static int synced(int fd, long call) {
    pthread_mutex_lock(&lock);
    int done = (int) syscall(call, fd);
    if (done == 0 && watched[fd].folder) {
        record_path(SYNC_FOLDER, watched[fd].inode, watched[fd].folder);
    } else if (done == 0) {
        record(SYNC, watched[fd].inode, 0, NULL, 0, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) {
    return is_watched(fd) ? synced(fd, SYS_fsync) : NEXT(fsync)(fd);
}

int fdatasync(int fd) {
    return is_watched(fd) ? synced(fd, SYS_fdatasync) : NEXT(fdatasync)(fd);
}

int rename(const char *from, const char *to) {
    if (!is_ours(from) && !is_ours(to)) {
        return NEXT(rename)(from, to);
    }
    pthread_mutex_lock(&lock);
    uint64_t inode = inode_of(from);
    int done = (int) syscall(SYS_rename, from, to);
    if (done == 0) {
        record(RENAME, inode, 0, from, strlen(from), to, strlen(to));
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int link(const char *from, const char *to) {
    if (!is_ours(from) && !is_ours(to)) {
        return NEXT(link)(from, to);
    }
    pthread_mutex_lock(&lock);
    uint64_t inode = inode_of(from);
    int done = (int) syscall(SYS_link, from, to);
    if (done == 0) {
        record(LINK, inode, 0, from, strlen(from), to, strlen(to));
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int unlink(const char *path) {
    if (!is_ours(path)) {
        return NEXT(unlink)(path);
    }
    pthread_mutex_lock(&lock);
    uint64_t inode = inode_of(path);
    int done = (int) syscall(SYS_unlink, path);
    if (done == 0) {
        record_path(UNLINK, inode, path);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    if (!is_ours(path)) {
        return NEXT(mkdir)(path, mode);
    }
    pthread_mutex_lock(&lock);
    int done = (int) syscall(SYS_mkdir, path, mode);
    if (done == 0) {
        record_path(MAKE_FOLDER, inode_of(path), path);
    }
    pthread_mutex_unlock(&lock);
    return done;
}
