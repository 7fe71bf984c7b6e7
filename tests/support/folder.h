#pragma once

/** yl_folder_remove: the folder at @path with all that is in it. */
void yl_folder_remove (const char *path);
