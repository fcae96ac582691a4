// Compiled so that the standard library's headers are precompiled: see precompiled_headers.cmake.
