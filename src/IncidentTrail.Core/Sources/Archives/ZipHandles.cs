using System.Collections.Concurrent;
using System.IO.Compression;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Archives;

/// <summary>
/// Handles of a zip archive, for several threads, of which none may use another's; one that is free again serves the next, so that
/// the archive's directory is not read anew for each file.
/// </summary>
/// <param name="path">The archive.</param>
internal sealed class ZipHandles(string path) : IDisposable
{
    private readonly ConcurrentBag<ZipArchive> _free = [];
    private volatile bool _isDisposed;

    /// <summary>A handle that nobody else has.</summary>
    internal ZipArchive Take() => _free.TryTake(out var zip) ? zip : Open();

    /// <summary>Gives one back.</summary>
    internal void Return(ZipArchive zip)
    {
        _free.Add(zip);
        if (_isDisposed)
            Close();
    }

    /// <summary>Closes what is free; what is in use is closed when it is given back.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Close();
    }

    private void Close()
    {
        while (_free.TryTake(out var zip))
            zip.Dispose();
    }

    private ZipArchive Open()
    {
        var file = SharedFile.Open(path);
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
