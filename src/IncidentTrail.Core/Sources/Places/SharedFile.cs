using Microsoft.Win32.SafeHandles;

namespace IncidentTrail.Sources.Places;

/// <summary>Opens a file so that whoever writes it does not stand in the way, nor is hindered.</summary>
internal static class SharedFile
{
    /// <summary>What others may do with it meanwhile.</summary>
    internal const FileShare Share = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Opens it to be read, without a buffer of its own.</summary>
    internal static FileStream Open(string path) => HeldFile.Outlast(
        path, static file => new FileStream(file, FileMode.Open, FileAccess.Read, Share, bufferSize: 0), Thread.Sleep);

    /// <summary>Opens it to be read at any place.</summary>
    internal static SafeFileHandle OpenHandle(string path) => HeldFile.Outlast(
        path, static file => File.OpenHandle(file, FileMode.Open, FileAccess.Read, Share), Thread.Sleep);
}
