//===- Host.h - Files, environment, time, input -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What needs an operating system. Each family is a member of its own of the
/// archive, so that only programs that use it contain it.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_HOST_H
#define RUCHY_RT_HOST_H

#include "ruchy_rt/Api.h"

/// \name Files. `Failed to read file 'p': No such file or directory`.
/// @{
RT_API RtStatus rt_read_file(RtString **out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_write_file(RT_A(path), RT_A(text), const RtSite *site);
RT_API RtStatus rt_append_file(RT_A(path), RT_A(text), const RtSite *site);
RT_API RtStatus rt_delete_file(RT_A(path), const RtSite *site);
RT_API bool rt_file_exists(RT_A(path));
/// An object with the methods `read read_line lines close`.
RT_API RtStatus rt_open_file(RtAny *out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_json_read(RtAny *out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_json_write(RT_A(path), RT_A(value), const RtSite *site);
/// @}

/// \name Files: `Ok(value)` or `Err(text)`
/// @{
RT_API void rt_fs_read(RtAny *out, RT_A(path));
RT_API void rt_fs_write(RtAny *out, RT_A(path), RT_A(text));
RT_API void rt_fs_append(RtAny *out, RT_A(path), RT_A(text));
RT_API void rt_fs_copy(RtAny *out, RT_A(from), RT_A(to));
RT_API void rt_fs_rename(RtAny *out, RT_A(from), RT_A(to));
RT_API void rt_fs_remove_file(RtAny *out, RT_A(path));
RT_API void rt_fs_remove_dir(RtAny *out, RT_A(path));
RT_API void rt_fs_create_dir(RtAny *out, RT_A(path));
RT_API void rt_fs_create_dir_all(RtAny *out, RT_A(path));
RT_API void rt_fs_read_dir(RtAny *out, RT_A(path));
RT_API void rt_fs_metadata(RtAny *out, RT_A(path));
RT_API void rt_fs_canonicalize(RtAny *out, RT_A(path));
RT_API bool rt_fs_is_file(RT_A(path));
RT_API bool rt_fs_is_dir(RT_A(path));
/// @}

/// \name Paths, which are strings
/// @{
RT_API RtStatus rt_path_join(RtString **out, RT_A(a), RT_A(b),
                             const RtSite *site);
RT_API RtStatus rt_path_join_many(RtString **out, RT_A(parts),
                                  const RtSite *site);
/// A part or nil.
RT_API RtStatus rt_path_parent(RtAny *out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_path_file_name(RtAny *out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_path_file_stem(RtAny *out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_path_extension(RtAny *out, RT_A(path), const RtSite *site);
RT_API RtStatus rt_path_with_extension(RtString **out, RT_A(path),
                                       RT_A(extension), const RtSite *site);
RT_API RtStatus rt_path_with_file_name(RtString **out, RT_A(path), RT_A(name),
                                       const RtSite *site);
RT_API RtStatus rt_path_components(RtArray **out, RT_A(path),
                                   const RtSite *site);
RT_API RtStatus rt_path_normalize(RtString **out, RT_A(path),
                                  const RtSite *site);
RT_API RtStatus rt_path_canonicalize(RtString **out, RT_A(path),
                                     const RtSite *site);
RT_API bool rt_path_is_absolute(RT_A(path));
RT_API bool rt_path_is_relative(RT_A(path));
/// @}

/// \name Arguments and environment
/// @{
RT_API RtArray *rt_env_args(void);
RT_API void rt_env_var(RtAny *out, RT_A(name));
RT_API RtStatus rt_env_set_var(RT_A(name), RT_A(value), const RtSite *site);
RT_API RtStatus rt_env_remove_var(RT_A(name), const RtSite *site);
RT_API void rt_env_vars(RtAny *out);
RT_API RtStatus rt_env_current_dir(RtString **out, const RtSite *site);
RT_API RtStatus rt_env_set_current_dir(RT_A(path), const RtSite *site);
RT_API RtString *rt_env_temp_dir(void);
/// @}

/// \name Input. Standard output is flushed first.
/// @{
/// A line without its end; empty at the end of the input.
RT_API RtString *rt_input(void);
RT_API RtString *rt_input_prompt(RT_A(prompt));
/// A line with its end.
RT_API RtString *rt_input_line(void);
/// Objects with the methods `read_line read_to_string lines lock` and `flush`.
RT_API void rt_stdin(RtAny *out);
RT_API void rt_stdout(RtAny *out);
/// All that is left of the input.
RT_API RtString *rt_input_rest(void);
/// @}

/// \name Time
/// @{
RT_API int64_t rt_time_millis(void);
RT_API int64_t rt_time_micros(void);
/// Of milliseconds or a Duration.
RT_API RtStatus rt_sleep(RT_A(time), const RtSite *site);
RT_API void rt_instant_now(RtAny *out);
RT_API void rt_system_time_now(RtAny *out);
RT_API void rt_unix_epoch(RtAny *out);
RT_API RtStatus rt_duration_from_nanos(RtAny *out, RT_A(count),
                                       const RtSite *site);
RT_API RtStatus rt_duration_from_micros(RtAny *out, RT_A(count),
                                        const RtSite *site);
RT_API RtStatus rt_duration_from_millis(RtAny *out, RT_A(count),
                                        const RtSite *site);
RT_API RtStatus rt_duration_from_secs(RtAny *out, RT_A(count),
                                      const RtSite *site);
/// @}

/// \name Random numbers, fixed by the variable RUCHY_SEED of the environment
/// @{
/// 0 <= x < 1.
RT_API double rt_random(void);
/// low <= x <= high.
RT_API RtStatus rt_random_int(int64_t *out, RT_A(low), RT_A(high),
                              const RtSite *site);
/// @}

#endif // RUCHY_RT_HOST_H
